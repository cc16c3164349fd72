// The words of a command without the credentials in them. Takes words and named values, gives them with `***` for what must not be shown.
import { CONCEALED, concealedText, shown } from "../../model/concealed-text.ts";
import { credentialForm, mayHoldCredential } from "../../model/credential.ts";

/** A word after `--password` is one, and so is what follows `password=`. */
export function concealedWords(words: readonly (string | null)[]): (string | null)[] {
  return words.map((word, index) => {
    if (word === null) return null;
    const literal = /^--from-literal=(.*)$/s.exec(word)?.[1];
    if (literal !== undefined) return `--from-literal=${withoutLiteral(literal)}`;
    const flag = /^--?([\w-]+)$/.exec(words[index - 1] ?? "")?.[1];
    return flag === undefined || word.startsWith("-") ? concealedText(word) : String(hiddenValue(flag, word));
  });
}

export function hiddenValue<V extends string | true | null>(name: string, value: V): V | string {
  if (typeof value !== "string") return value;
  if (name === "from-literal") return withoutLiteral(value);
  if (name === "u" || name === "user") return concealedText(`-u ${value}`).slice("-u ".length);
  return mayHoldCredential(name) && !shown(credentialForm(value)) ? CONCEALED : concealedText(value);
}

/** `key=value`, which goes into a Secret or a ConfigMap. */
function withoutLiteral(text: string): string {
  const equals = text.indexOf("=");
  return equals === -1 || shown(credentialForm(text.slice(equals + 1)))
    ? text
    : `${text.slice(0, equals + 1)}${CONCEALED}`;
}
