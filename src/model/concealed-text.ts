// Free text without the credentials in it. Takes text of any language (properties, shell, YAML, JSON), gives it with each credential
// replaced, and tells which ones there were. Linear in the text: every pattern is anchored where a word begins.
import { commandPasswords, PASSWORD_COMMAND } from "./command-passwords.ts";
import { type CredentialForm, credentialForm, mayHoldCredential, namesCredential } from "./credential.ts";

/** Stands where a credential stood. */
export const CONCEALED = "***";

export type TextCredential = {
  readonly name: string;
  readonly form: CredentialForm;
  /** Offset of the name. */
  readonly offset: number;
};

const IN_URL = "the password in a URL";
/** What a text must show one of to hold a credential. In parts: one pattern of all of them would take three times as long. */
export const CREDENTIAL_MARKS: readonly RegExp[] = [
  /pass|pwd|secret|token|key|credential|authori[sz]ation|bearer|basic|:\/\/|-----BEGIN|from-literal|from-file|-u[ =]|--user/i,
  /[-_.]pw\b/i,
  /(?:image|newName)["']?[ \t]*[:=][ \t]*["']?[^\s@]{1,300}:[^\s@]{1,300}@/i,
];
/** The value where it begins: quoted, quoted inside a quoted text, or one word. */
const VALUE = /\\"[^"\n]*|"(?:[^"\\\n]|\\.)*"?|'[^'\n]*'?|(?:\$\{[^}\n]*\}|[^\s"',;&})\]])+/y;
/** A name and what stands between it and its value: `=`, `:`, or, after a flag, white space. */
const NAME =
  /(?<![\w.$-])([\w.-]{2,200})(\\?["']?[ \t]*(?:=>|[:=])[ \t]*|(?<=--[\w-]{2,100})(?:[ \t]|\\\r?\n)+(?!-))(?!\/\/)/g;
const USER_INFO = /(:\/\/[^\s:@/"']{0,100}:)([^\s@/"']{1,500})(?=@)/g;
const BEARER = /(?<!\w)((?:bearer|basic)[ \t]+)([\w.~+/=-]{8,})/gi;
const LOGIN = /(?<![\w-])((?:-u|--user)[ =]+["']?[^\s:"']{1,100}:)([^\s"']+)/g;
/** What a command puts into a Secret, whatever its key: the word in quotes as a whole, or its value alone. */
const LITERALS = [
  /(--from-literal(?:=|[ \t]+)(["'])[\w.-]{1,200}=)((?:(?!\2).){1,4000})/g,
  /(--from-literal(?:=|[ \t]+)[\w.-]{1,200}=)()((?:"[^"\n]*"?|'[^'\n]*'?|[^\s"'\\])+)/g,
];
const PRIVATE_KEY = "PRIVATE KEY-----";

/** `Authorization: Bearer …`: what follows is the credential. */
const SCHEME = /^(?:bearer|basic)$/i;
const OPTION = /^--?[a-z][\w-]*$/i;

/** The text with `***` for its credentials; the same text when there is none. Placeholders and references stay. */
export function concealedText(text: string): string {
  return conceal(text, () => {});
}

/** Credentials that the text certainly states: named as such, or the passwords of URLs (`url` for these alone). */
export function credentialsIn(text: string, only?: "url"): readonly TextCredential[] {
  const found: TextCredential[] = [];
  conceal(text, (credential) => {
    if (credential.name === IN_URL || (only === undefined && namesCredential(credential.name)))
      found.push(credential);
  });
  return found;
}

/** A line of a settings file that states one value: properties, dotenv, ini, YAML, JSON. Code is none. */
const SETTING =
  /^[ \t]*(?:export[ \t]+|-[ \t]+)?["']?([\w.-]{2,200})["']?[ \t]*[:=][ \t]*("[^"\n]*"|'[^'\n]*'|[^\s"'(){}[\],;<>]+)[ \t]*,?[ \t\r]*(?:#.*)?$/;
/** Types, and names of what is meant, in schemas and code. */
const TYPE =
  /^(?:[|>][-+]?|[&*!].*|string|str|text|varchar|bytes?|int|integer|number|any|object|optional|required|password|secret|token)$/i;

/** Credentials in the lines of a settings file. */
export function lineCredentialsIn(text: string): readonly TextCredential[] {
  if (!isSuspect(text)) return [];
  const found: TextCredential[] = [];
  let offset = 0;
  for (const line of text.split("\n")) {
    const [, name = "", stated = ""] = line.length > 2_000 ? [] : (SETTING.exec(line) ?? []);
    const value = stated.replace(/^(["'])(.*)\1$/, "$2");
    if (namesCredential(name) && !TYPE.test(value)) found.push({ name, form: credentialForm(value), offset });
    else for (const inUrl of credentialsIn(line, "url")) found.push({ ...inUrl, offset });
    offset += line.length + 1;
  }
  return found;
}

/** A link of Object Storage that lets whoever has it in: `/p/…/n/…`. */
const LINK_TOKEN = /(\/p\/)[\w-]{12,200}(?=\/n\/)/g;

function conceal(written: string, note: (credential: TextCredential) => void): string {
  const given = written.includes("/p/") ? written.replace(LINK_TOKEN, `$1${CONCEALED}`) : written;
  const text = pipedCut(PASSWORD_COMMAND.test(given) ? optionsCut(given, note) : given);
  if (!isSuspect(text)) return text;
  const kept = literalsCut(privateKeysCut(text))
    .replace(BEARER, (whole, before: string, value: string) =>
      shown(credentialForm(value)) ? whole : `${before}${CONCEALED}`,
    )
    .replace(LOGIN, (whole, before: string, value: string) =>
      shown(credentialForm(value)) ? whole : `${before}${CONCEALED}`,
    );
  return pairsCut(kept.replace(IMAGE_INFO, `$1${CONCEALED}@`), note).replace(
    USER_INFO,
    (whole, before: string, password: string, offset: number) => {
      const form = credentialForm(password);
      note({ name: IN_URL, form, offset });
      return shown(form) ? whole : `${before}${CONCEALED}`;
    },
  );
}

/** `user:password@registry/…`; what follows the sign of a digest has no slash. */
const IMAGE_LOGIN = /^([^\s/:@"']{1,200}:)[^\s/@"'$<{*]{1,1000}@(?=[^\s/@]+\/)/;

const IMAGE_INFO =
  /(image["']?[ \t]*[:=][ \t]*["']?[^\s/:@"']{1,200}:)[^\s/@"'$<{*]{1,500}@(?=[^\s/@]{1,200}\/)/gi;

/** The name of an image without the password in it. */
export function imageConcealed(image: string): string {
  return image.replace(IMAGE_LOGIN, `$1${CONCEALED}@`);
}

/** `mysql -p…` and the like. */
function optionsCut(text: string, note: (credential: TextCredential) => void): string {
  let kept = "";
  let from = 0;
  for (const { start, end } of commandPasswords(text)) {
    const form = credentialForm(text.slice(start, end));
    note({ name: "password", form, offset: start });
    if (start < from || shown(form)) continue;
    kept += `${text.slice(from, start)}${CONCEALED}`;
    from = end;
  }
  return kept + text.slice(from);
}

/** The words of one command, each with `***` for the password that an option of its program gives it. */
export function optionsConcealed(words: readonly string[]): readonly string[] {
  const text = words.join(" ");
  if (!PASSWORD_COMMAND.test(text)) return words;
  const passwords = commandPasswords(text).filter(
    ({ start, end }) => !shown(credentialForm(text.slice(start, end))),
  );
  let at = 0;
  return words.map((word) => {
    const begin = at;
    at += word.length + 1;
    const inside = passwords.find(({ start, end }) => start >= begin && end <= begin + word.length);
    return inside
      ? `${word.slice(0, inside.start - begin)}${CONCEALED}${word.slice(inside.end - begin)}`
      : word;
  });
}

/** `echo … | sudo -S`, `echo … | docker login --password-stdin`, `echo … | kubectl create secret … --from-file=a=/dev/stdin`. */
const PIPED =
  /(\b(?:echo|printf)[ \t]+(?:-\w+[ \t]+)?["']?)([^\s"'|]{1,200})(?=["']?[ \t]*\|[ \t]*(?:sudo[ \t][^\n|;&]{0,40}-\w?S|[^\n|;&]{0,200}--(?:password-)?stdin\b|[^\n|;&]{0,200}[ \t]create[ \t]+secret[^\n|;&]{0,300}=(?:\/dev\/stdin\b|…)))/g;

function pipedCut(text: string): string {
  if (!/\bsudo\b|stdin\b|\bcreate[ \t]+secret/.test(text)) return text;
  return text.replace(PIPED, (whole, before: string, value: string) =>
    shown(credentialForm(value)) ? whole : `${before}${CONCEALED}`,
  );
}

/** `--from-file=password=<(printf …)` */
const PRINTED = /(--from-file(?:=|[ \t]+)["']?[\w.-]{1,200}=<\()[^()\n$`]{1,500}(?=\))/g;

function literalsCut(given: string): string {
  const text = given.includes("--from-file") ? given.replace(PRINTED, `$1${CONCEALED}`) : given;
  if (!text.includes("--from-literal")) return text;
  return LITERALS.reduce(
    (kept, pattern) =>
      kept.replace(pattern, (whole, before: string, _, value: string) =>
        shown(credentialForm(value.replace(/^(["'])(.*)\1$/, "$2"))) ? whole : `${before}${CONCEALED}`,
      ),
    text,
  );
}

/** Goes from name to name: what follows one that is no credential's may be a pair itself (`--set password=x`). */
function pairsCut(text: string, note: (credential: TextCredential) => void): string {
  let kept = "";
  let from = 0;
  for (const { 0: whole, 1: name = "", index } of text.matchAll(NAME)) {
    if (index < from || !mayHoldCredential(name)) continue;
    VALUE.lastIndex = index + whole.length;
    const value = VALUE.exec(text)?.[0] ?? "";
    if (value === "" || SCHEME.test(value) || value.includes(CONCEALED)) continue;
    // `-passout pass: -subj …`: nothing, and the next option.
    if (/[ \t]$/.test(whole) && OPTION.test(value)) continue;
    const quote = /^\\?["']/.exec(value)?.[0] ?? "";
    const bare = quote === "" ? value : value.slice(quote.length).replace(/\\?["']$|\\$/, "");
    const form = credentialForm(bare);
    note({ name: name.replace(/^-+/, ""), form, offset: index });
    if (shown(form)) continue;
    const end = index + whole.length + value.length;
    const closing = value.slice(quote.length + bare.length);
    kept += `${text.slice(from, index + whole.length)}${quote}${CONCEALED}${closing}`;
    from = end;
  }
  return kept + text.slice(from);
}

/** Forms that tell nobody anything. */
export function shown(form: CredentialForm): boolean {
  return form !== "literal" && form !== "encrypted";
}

/** Keeps the line breaks, so that what follows stays on its line. */
function privateKeysCut(text: string): string {
  let kept = "";
  let from = 0;
  for (let begin = text.indexOf(PRIVATE_KEY); begin !== -1; begin = text.indexOf(PRIVATE_KEY, from)) {
    const body = begin + PRIVATE_KEY.length;
    const end = text.indexOf("-----END", body);
    const until = end === -1 ? text.length : end;
    const lines = text.slice(body, until).split("\n").length - 1;
    kept += `${text.slice(from, body)}${CONCEALED}${"\n".repeat(lines)}`;
    const next = text.indexOf(PRIVATE_KEY, until);
    // The frame's own end holds the same words.
    const closed =
      end !== -1 && next !== -1 && text.slice(end, next).indexOf("\n") === -1
        ? next + PRIVATE_KEY.length
        : until;
    kept += text.slice(until, closed);
    from = closed;
    if (end === -1) return kept;
  }
  return kept + text.slice(from);
}

function isSuspect(text: string): boolean {
  return CREDENTIAL_MARKS.some((mark) => mark.test(text));
}
