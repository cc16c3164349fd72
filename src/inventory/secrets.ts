// Credentials in data documents. Takes a document, gives it with each credential replaced by a marker, and tells where they stood and of
// what form they are. The values themselves go no further than this file.
import { PASSWORD_COMMAND } from "../model/command-passwords.ts";
import {
  CONCEALED,
  CREDENTIAL_MARKS,
  concealedText,
  credentialsIn,
  imageConcealed,
  lineCredentialsIn,
  optionsConcealed,
  shown,
} from "../model/concealed-text.ts";
import {
  type CredentialForm,
  credentialForm,
  mayHoldCredential,
  namesCredential,
  secretForm,
} from "../model/credential.ts";
import type { DataDocument, Json } from "../model/document.ts";
import type { SecretHolder } from "../model/inventory/secret.ts";
import type { Path } from "../model/place.ts";
import { isObject } from "./kubernetes.ts";

export type FoundSecret = {
  /** From the root of the document to the value. */
  readonly path: Path;
  readonly holder: SecretHolder;
  readonly key: string;
  readonly form: CredentialForm;
  /** Line inside the value, from 0, and how many it has, where that is text of several lines. */
  readonly line?: { readonly index: number; readonly of: number };
};

export type Concealed = {
  readonly document: DataDocument;
  readonly secrets: readonly FoundSecret[];
  /** Where values were replaced, also those that are nobody's finding. */
  readonly hidden: readonly Path[];
};

/** A dump holds the whole object once more, as text. */
const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
/** A patch or a file that holds a whole Secret as text. */
const EMBEDDED_SECRET = /\bkind["']?[ \t]*:[ \t]*["']?Secret\b/;
const SECTIONS = ["data", "stringData"] as const;

type Walk = {
  readonly path: (string | number)[];
  readonly secrets: FoundSecret[];
  readonly hidden: Path[];
  /** The document was encrypted by SOPS: what is not was left so on purpose. */
  readonly encrypted: boolean;
};

type Node = { readonly [key: string]: Json };

/** What a document must show one of to hold a credential, or something that may be decoded to one. */
const MARKS: readonly RegExp[] = [...CREDENTIAL_MARKS, /ENC\[|docker|last-applied/i, PASSWORD_COMMAND];

export function concealed(document: DataDocument): Concealed {
  const { mayMention } = document;
  if (mayMention && !MARKS.some(mayMention)) return { document, secrets: [], hidden: [] };
  const sops = isObject(document.value) ? document.value["sops"] : undefined;
  const walk: Walk = { path: [], secrets: [], hidden: [], encrypted: isObject(sops) };
  const value = anyValue(document.value, "", walk);
  return {
    document: value === document.value ? document : { ...document, value },
    secrets: walk.secrets,
    hidden: walk.hidden,
  };
}

/** A value on its own, without the credentials in it. */
export function concealedValue(value: Json): Json {
  return anyValue(value, "", { path: [], secrets: [], hidden: [], encrypted: false });
}

function anyValue(value: Json, key: string, walk: Walk): Json {
  if (typeof value === "string") return anyText(value, key, walk);
  if (typeof value === "number") return namesCredential(key) ? hide(walk) : value;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    if (key === "args" || key === "command") return commandLine(value, undefined, walk);
    return mapList(value, walk, (element) => anyValue(element, "", walk));
  }
  return anyObject(value as Node, walk);
}

function anyText(value: string, key: string, walk: Walk): Json {
  if (key === LAST_APPLIED || value.startsWith("ENC[")) return hide(walk);
  if (mayHoldCredential(key)) return shown(credentialForm(value)) ? value : hide(walk);
  return text(value, walk);
}

function anyObject(value: Node, walk: Walk): Json {
  const { apiVersion, kind } = value;
  if (kind === "SecretList" && Array.isArray(value["items"])) {
    return mapObject(value, walk, (entry, name) =>
      name === "items" && Array.isArray(entry)
        ? mapList(entry, walk, (item) => (isObject(item) ? secretObject(item, walk) : item))
        : anyValue(entry, name, walk),
    );
  }
  if (kind === "Secret" && apiVersion === "v1") return secretObject(value, walk);
  if (kind === "ConfigMap" && apiVersion === "v1") {
    return mapObject(value, walk, (entry, name) =>
      name === "data" && isObject(entry)
        ? mapObject(entry, walk, (file, fileName) => configuration(file, fileName, walk))
        : anyValue(entry, name, walk),
    );
  }
  if (typeof value["name"] === "string" && value["value"] !== undefined)
    return variable(value, value["name"], walk);
  return mapObject(value, walk, (entry, name) => {
    if (name === "secretGenerator" || name === "configMapGenerator") return generators(entry, name, walk);
    // Beside a remote reference it names a key.
    if (name === "secretKey" && value["remoteRef"] !== undefined) return entry;
    if (name === "args" && Array.isArray(entry)) return commandLine(entry, value["command"], walk);
    return anyValue(entry, name, walk);
  });
}

/** `before`: the words that a container's `args` follow. */
function commandLine(words: readonly Json[], before: Json | undefined, walk: Walk): Json {
  const first = Array.isArray(before) ? before : [];
  const line = [...first, ...words].map((word) => (typeof word === "string" ? word : ""));
  const kept = optionsConcealed(line).slice(first.length);
  return mapList(words, walk, (word, index) => {
    if (typeof word !== "string" || kept[index] === word)
      return argument(word, words[index - 1] ?? first.at(-1), walk);
    note(walk, "argument", "password", "literal");
    walk.hidden.push([...walk.path]);
    return kept[index]!;
  });
}

/** Everything in a Secret counts, whatever its key. */
function secretObject(secret: Node, walk: Walk): Json {
  const token = secret["type"] === "kubernetes.io/service-account-token";
  return mapObject(secret, walk, (section, name) => {
    if (!SECTIONS.some((known) => known === name) || !isObject(section)) return anyValue(section, name, walk);
    return mapObject(section, walk, (value, key) => {
      const form = secretForm(value, name === "data");
      note(
        walk,
        "Secret",
        key,
        walk.encrypted ? "encrypted" : token && form === "literal" ? "reference" : form,
      );
      const harmless = form === "empty" || (form === "placeholder" && !String(value).includes("\n"));
      return value === null || harmless ? value : hide(walk);
    });
  });
}

/** One entry of a ConfigMap: a value, or a whole file. */
function configuration(value: Json, key: string, walk: Walk): Json {
  const file =
    typeof value === "string" &&
    (value.includes("\n") || /^\s*[{[]/.test(value)) &&
    !value.includes("PRIVATE KEY-----");
  if (namesCredential(key) && !file) return credential(value, key, "ConfigMap", walk);
  if (typeof value !== "string") return value;
  if (value.trimStart().startsWith("-----BEGIN ")) note(walk, "ConfigMap", key, credentialForm(value));
  for (const { name, form, offset } of lineCredentialsIn(value)) {
    note(walk, "ConfigMap", name, form, {
      index: value.slice(0, offset).split("\n").length - 1,
      of: value.replace(/\n+$/, "").split("\n").length,
    });
  }
  return text(value, walk);
}

/** `{name, value}`: an environment variable, wherever it stands. */
function variable(value: Node, name: string, walk: Walk): Json {
  const environment = walk.path.at(-2) === "env";
  return mapObject(value, walk, (entry, key) => {
    if (key !== "value") return anyValue(entry, key, walk);
    if (namesCredential(name))
      return environment ? credential(entry, name, "environment", walk) : anyValue(entry, name, walk);
    if (typeof entry !== "string") return anyValue(entry, name, walk);
    if (environment)
      for (const { form } of credentialsIn(entry, "url")) note(walk, "environment", name, form);
    return anyText(entry, name, walk);
  });
}

/** One word of a command line, after the one before it. */
function argument(value: Json, before: Json | undefined, walk: Walk): Json {
  if (typeof value !== "string") return value;
  if (
    typeof before === "string" &&
    /^--?[\w.-]+$/.test(before) &&
    namesCredential(before) &&
    !value.startsWith("-")
  ) {
    return credential(value, before.replace(/^-+/, ""), "argument", walk);
  }
  for (const { name, form } of credentialsIn(value)) note(walk, "argument", name, form);
  return text(value, walk);
}

function generators(list: Json, kind: string, walk: Walk): Json {
  if (!Array.isArray(list)) return list;
  return mapList(list, walk, (generator) => {
    if (!isObject(generator)) return generator;
    return mapObject(generator, walk, (entry, name) => {
      if (name !== "literals" || !Array.isArray(entry)) return anyValue(entry, name, walk);
      return mapList(entry, walk, (literal) => generated(literal, kind, walk));
    });
  });
}

/** `key=value`. */
function generated(literal: Json, kind: string, walk: Walk): Json {
  const [, key, value] = (typeof literal === "string" && /^([^=]+)=(.*)$/s.exec(literal)) || [];
  if (key === undefined || value === undefined) return literal;
  const secret = kind === "secretGenerator";
  if (!secret && !namesCredential(key)) return text(literal as string, walk);
  const form = credentialForm(value.replace(/^(["'])(.*)\1$/s, "$2"));
  note(walk, secret ? "SecretGenerator" : "ConfigMap", key, walk.encrypted ? "encrypted" : form);
  if (!secret && shown(form)) return literal;
  walk.hidden.push([...walk.path]);
  return `${key}=${CONCEALED}`;
}

/** The value of something named like a credential. */
function credential(value: Json, name: string, holder: SecretHolder, walk: Walk): Json {
  if (value === null || typeof value === "object" || typeof value === "boolean") return value;
  const form = credentialForm(String(value));
  note(walk, holder, name, walk.encrypted ? "encrypted" : form);
  return shown(form) ? value : hide(walk);
}

function text(value: string, walk: Walk): string {
  if (value.includes("Secret") && EMBEDDED_SECRET.test(value)) return hide(walk);
  const image = /^(?:image|newName)$/.test(String(walk.path.at(-1)));
  const kept = concealedText(image ? imageConcealed(value) : value);
  if (kept !== value) walk.hidden.push([...walk.path]);
  return kept;
}

function hide(walk: Walk): string {
  walk.hidden.push([...walk.path]);
  return CONCEALED;
}

function note(
  walk: Walk,
  holder: SecretHolder,
  key: string,
  form: CredentialForm,
  line?: FoundSecret["line"],
): void {
  walk.secrets.push({ path: [...walk.path], holder, key, form, ...(line !== undefined && { line }) });
}

/** Copies only what changed. */
function mapObject(value: Node, walk: Walk, change: (entry: Json, key: string) => Json): Json {
  let copy: Record<string, Json> | undefined;
  for (const key of Object.keys(value)) {
    walk.path.push(key);
    const kept = change(value[key]!, key);
    walk.path.pop();
    if (kept === value[key]) continue;
    copy ??= { ...value };
    copy[key] = kept;
  }
  return copy ?? value;
}

function mapList(list: readonly Json[], walk: Walk, change: (element: Json, index: number) => Json): Json {
  let copy: Json[] | undefined;
  list.forEach((element, index) => {
    walk.path.push(index);
    const kept = change(element, index);
    walk.path.pop();
    if (kept === element) return;
    copy ??= [...list];
    copy[index] = kept;
  });
  return copy ?? list;
}
