// The words of a command without the credentials in them. Takes words and named values, gives them with `***` for what must not be shown.
import { CONCEALED, concealedText, optionsConcealed, shown } from "../../model/concealed-text.ts";
import { credentialForm, mayHoldCredential } from "../../model/credential.ts";
import type { ScriptCommand } from "../../model/inventory/script.ts";
import type { Parsed } from "./parse.ts";

/** A word after `--password` is one, and so is what follows `password=`. */
export function concealedWords(given: readonly (string | null)[], program = ""): (string | null)[] {
  const [, ...words] = optionsConcealed([program, ...given.map((word) => word ?? "")]);
  return words.map((word, index) => {
    if (given[index] === null) return null;
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

/** A patch of a Secret is hidden whole: whatever its keys, its values are credentials. */
export function withoutSecretPatch(
  entry: ScriptCommand,
  { flagList, positionals, verb }: Parsed,
): ScriptCommand {
  if (verb !== "patch" || !/^secrets?(?:\/|$)/i.test(positionals[0] ?? "")) return entry;
  const patches = flagList.filter(({ name, value }) => name === "patch" && typeof value === "string");
  const args = [...entry.args];
  let { text } = entry;
  for (const { index, separate, text: written } of patches) {
    if (separate) args[index + 1] = CONCEALED;
    else args[index] = `--patch=${CONCEALED}`;
    if (written !== "") text = text.replaceAll(written, CONCEALED);
  }
  const parsed = entry.parsed && {
    ...entry.parsed,
    flags: { ...entry.parsed.flags, ...(patches.length > 0 && { patch: CONCEALED }) },
  };
  return { ...entry, args, text, ...(parsed && { parsed }) };
}

/** `key=value`, which goes into a Secret or a ConfigMap. */
function withoutLiteral(text: string): string {
  const equals = text.indexOf("=");
  return equals === -1 || shown(credentialForm(text.slice(equals + 1)))
    ? text
    : `${text.slice(0, equals + 1)}${CONCEALED}`;
}
