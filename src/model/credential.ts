// What is named like a credential, and what a value under such a name is. Takes names and texts, gives yes or no and a form; knows no
// format. Values are looked at, never kept.
import type { Json } from "./document.ts";

/**
 * `literal`: the thing itself; `placeholder`: something to put in its stead; `encrypted`: by SOPS or sealed; `reference`: where it is
 * kept; `public`: nothing that has to stay secret (a certificate, a switch).
 */
export type CredentialForm = "literal" | "placeholder" | "encrypted" | "empty" | "reference" | "public";

/** Words that end the name of a credential. `secret` alone more often names a Secret than it is one. */
const LAST =
  /^(?:\w*passw(?:or)?ds?|\w*passwd|\w*passphrase|authtok|pass|\w+pass|pwd|\w+pwd|pw|tokens?|\w{2,}token|apikeys?|secretkeys?|privatekeys?|credentials?)$/;
/** Words that are no credential although they end like one. */
const INNOCENT = /^(?:bypass|compass|overpass|oldpwd|tokens)$/;
/** What has to stand before these last words. */
const BEFORE: Readonly<Record<string, RegExp>> = {
  key: /^(?:api|private|secret|encryption|signing|account|storage|master|auth|access|session|app|license)$/,
  secret:
    /^(?:client|jwt|cookie|webhook|app|application|session|oauth|oauth2|auth|consumer|hmac|signing|shared|api|access|hash|encryption|google|github|gitlab|oidc)$/,
  content: /^key$/,
  data: /^key$/,
};
/** First words that make it a statement about credentials: `requirePassword`, `automountServiceAccountToken`. */
const ABOUT =
  /^(?:public|max|min|num|number|count|require|allow|enable|disable|use|has|forgot|show|automount)$/;
/** Tokens of language models. */
const MODEL_TOKEN = /^(?:pad|bos|eos|unk|mask|sep|cls|stop|special)$/;

/** Most names have none of these in them, and are asked for by the thousand. */
const SUSPECT = /pass|pwd?|secret|tok|key|credential|content/i;

/** True for the name of a variable, key or option that holds a credential: `DB_PASSWORD`, `spring.datasource.password`, `apiKey`. */
export function namesCredential(name: string): boolean {
  if (name.length > 200 || !SUSPECT.test(name)) return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const last = words.at(-1);
  if (last === undefined || (words.length === 1 && /^pwd?$/.test(last)) || INNOCENT.test(last)) return false;
  const before = words.at(-2) ?? "";
  if (words.length > 1 && (ABOUT.test(words[0]!) || (last === "token" && MODEL_TOKEN.test(before))))
    return false;
  if (Object.hasOwn(BEFORE, last)) {
    if (last === "key" && before === "access") return words.includes("secret");
    return BEFORE[last]!.test(before);
  }
  return LAST.test(last);
}

/** True where a value is better not shown, though its name may as well be that of a reference. */
export function mayHoldCredential(name: string): boolean {
  return (
    namesCredential(name) ||
    /(?:secret|credential|privatekey|private_key|private-key|authorization|dockerconfigjson)s?$/i.test(name)
  );
}

/** The last are what a locked account has. */
const EMPTY = /^(?:""|''|\{\s*\}|\[\s*\]|\*|!{1,2}\*?)?$/;
const SWITCH = /^(?:true|false|yes|no|on|off|0|1|null|none|nil|enabled|disabled)$/i;
const WHOLE_PLACEHOLDER =
  /^(?:<[^<>]*>|\[[^[\]]*\]|x{3,}|\*{3,}|\.{3,}|…|-+|\?+|_+\w*_+|%%?\w+%%?|tbd|todo|fixme|n\/a|redacted|dummy|mock|placeholder|string|(?:my|the|a|some)[-_ ](?:\w+[-_ ])?(?:secret|token|password|passphrase|key)|\*\*.*\*\*|your\w+|@[\w.-]+@)$/i;
/** For `sed` and readers: `API_KEY_VAL`, `PASSWORD`. */
const NAMED_PLACEHOLDER =
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:VAL|VALUE|HERE)$|^(?:[A-Z][A-Z0-9]*_)*(?:PASSWORD|PASSWD|PASSPHRASE|TOKEN|SECRET|KEY)$/;
/** The private character stands for what a shell fills in. */
const HELD_PLACEHOLDER =
  /change[-_ ]?(?:me|it|this)|\bto[-_ ]?be[-_ ]?(?:set|filled|replaced|changed)|replace|\$\{[^{}]*\}|\$\([^()]*\)|\{\{|<(?:your|my|insert|enter|the|put|base64|secret|password|token|key)\b[^<>\n]*>|\byour[-_ ]|(?:^|[-_ ])placeholder|\binsert[-_ ]|\b(?:enter|put|fill)[-_ ](?:me|in|your|the|here)|goes[-_ ]here|x{4}|\[redacted\]|\uE000/i;
const ENCRYPTED = /^ENC\[|^-----BEGIN (?:PGP MESSAGE|AGE ENCRYPTED FILE)-----|^vault:v\d+:|^\$ANSIBLE_VAULT;/;
const REFERENCE =
  /^(?:(?:var|local|data|module|each|random_\w+)\.|vault:|ref\+|op:\/\/|secretref:|secret:\/\/|file:|env:|arn:aws:|ocid1\.vaultsecret|projects\/[^/\s]+\/secrets\/|@Microsoft\.KeyVault|[$`]|(?:\.{0,2}\/[\w.@-]+){2,}\/?$)/;

/** The form of a value that stands under the name of a credential, or in a Secret. */
export function credentialForm(value: string): CredentialForm {
  const text = value.trim();
  if (EMPTY.test(text)) return "empty";
  if (ENCRYPTED.test(text)) return "encrypted";
  if (text.startsWith("-----BEGIN ")) return pemForm(text);
  if (SWITCH.test(text)) return "public";
  if (WHOLE_PLACEHOLDER.test(text) || NAMED_PLACEHOLDER.test(text)) return "placeholder";
  if (text.includes("\n") ? holdsPlaceholders(text) : HELD_PLACEHOLDER.test(text.slice(0, 4_000)))
    return "placeholder";
  return REFERENCE.test(text) ? "reference" : "literal";
}

/** Lines of a configuration file that are looked at. */
const MAX_LINES = 2_000;
const SETTING = /^[ \t]*(?:export[ \t]+)?["']?([\w.-]{1,200})["']?[ \t]*[=:][ \t]*(.*)$/;

/** Credentials that stand under no name. */
const NAMELESS = /PRIVATE KEY-----|:\/\/[^\s/@:]{0,200}:[^\s@$<{]{1,1000}@/;

/** A configuration file whose every credential is a placeholder; where none can be told, the whole may be one. */
function holdsPlaceholders(text: string): boolean {
  if (NAMELESS.test(text)) return false;
  const settings = text.split("\n", MAX_LINES).flatMap((line) => {
    const [, name, value] = SETTING.exec(line.slice(0, 4_000)) ?? [];
    if (name === undefined || value === undefined || SWITCH.test(value.trim())) return [];
    return namesCredential(name) ? [value] : [];
  });
  return settings.length > 0 && settings.every(isPlaceholder);
}

function isPlaceholder(value: string): boolean {
  const bare = value.trim().replace(/^(["'])(.*)\1[,;]?$/, "$2");
  return HELD_PLACEHOLDER.test(value) || WHOLE_PLACEHOLDER.test(bare);
}

/** A key of which nothing but its frame stands there is a placeholder; certificates and public keys may be known. */
function pemForm(text: string): CredentialForm {
  if (text.includes("PRIVATE KEY-----")) return /[A-Za-z0-9+/=]{40,}/.test(text) ? "literal" : "placeholder";
  return /^-----BEGIN (?:TRUSTED )?CERTIFICATE|^-----BEGIN (?:RSA )?PUBLIC KEY|^-----BEGIN DH PARAMETERS/.test(
    text,
  )
    ? "public"
    : "literal";
}

/** The form of an entry of a Secret; `encoded` in base64. */
export function secretForm(value: Json, encoded: boolean): CredentialForm {
  if (value === null) return "empty";
  if (typeof value !== "string") return typeof value === "object" ? "reference" : "literal";
  const form = stated(credentialForm(value));
  if (!encoded || form !== "literal") return form;
  return /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(value)
    ? stated(credentialForm(Buffer.from(value, "base64").toString("utf8")))
    : form;
}

/** A Secret holds no references: what looks like a path is what somebody put there. */
function stated(form: CredentialForm): CredentialForm {
  return form === "reference" ? "literal" : form;
}
