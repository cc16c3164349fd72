// Secrets that Kustomize makes of files of the repository: `secretGenerator` with `envs`, `env` and `files`. Takes documents without their
// credentials and a way to read files, gives `secrets` entries at the names of the files; no value goes further.
import { posix } from "node:path";
import type { DataDocument, Json } from "../model/document.ts";
import type { SecretValue } from "../model/inventory/secret.ts";
import type { Path } from "../model/place.ts";
import { isObject } from "./kubernetes.ts";
import type { Origins } from "./origins.ts";
import { isKustomization } from "./patch-holders.ts";
import { isEnvironmentFile, isPrivateKey, statedNames } from "./secret-file.ts";
import { inTests } from "./secret-values.ts";

type Named = { readonly file: string; readonly path: Path; readonly key?: string };

/** Longer files are data. */
const MAX_FILE = 100_000;

export function generatedSecrets(
  documents: readonly DataDocument[],
  origins: Origins,
  readText: (file: string) => string | undefined,
): SecretValue[] {
  return documents.filter(isKustomization).flatMap((document) =>
    namedFiles(document.value).flatMap(({ file, path, key }) => {
      const text = readText(posix.normalize(posix.join(posix.dirname(document.file), file)));
      if (text === undefined || text.length > MAX_FILE || isEncrypted(text)) return [];
      const keys =
        key === undefined ? statedNames(text) : isPrivateKey(text) || isStated(file, text) ? [key] : [];
      if (keys.length === 0) return [];
      const place = placeOf(document, path, origins);
      return keys.map((name): SecretValue => ({ ...place, name, key: name }));
    }),
  );
}

/** What the generator names, relative to it; only files get the key under which all of them stands. */
function namedFiles(value: Json): Named[] {
  if (!isObject(value) || !Array.isArray(value["secretGenerator"])) return [];
  return value["secretGenerator"].flatMap((generator: Json, index): Named[] => {
    if (!isObject(generator)) return [];
    const at = ["secretGenerator", index];
    const env =
      typeof generator["env"] === "string" ? [{ file: generator["env"], path: [...at, "env"] }] : [];
    const envs = texts(generator["envs"]).map(([file, item]) => ({ file, path: [...at, "envs", item] }));
    const files = texts(generator["files"]).map(([named, item]): Named => {
      const equals = named.indexOf("=");
      const file = named.slice(equals + 1);
      return {
        file,
        path: [...at, "files", item],
        key: equals === -1 ? posix.basename(file) : named.slice(0, equals),
      };
    });
    return [...env, ...envs, ...files];
  });
}

function texts(value: Json | undefined): readonly (readonly [string, number])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Json, index) => (typeof item === "string" ? [[item, index] as const] : []));
}

/** A file of settings that is handed over whole. Of other files only a private key tells that it is one. */
function isStated(file: string, text: string): boolean {
  return isEnvironmentFile(file) && statedNames(text).length > 0;
}

function isEncrypted(text: string): boolean {
  return /^sops_(?:version|mac)=/m.test(text) || text.startsWith("$ANSIBLE_VAULT;");
}

/** Keys of one file share an entry's name, and so a finding. */
function placeOf(document: DataDocument, path: Path, origins: Origins): Omit<SecretValue, "name" | "key"> {
  const { file } = document;
  const id = origins.next("s");
  origins.set(id, {
    ...{ file, subject: file, title: "Kustomization", path, value: document.value },
    locate: () => ({ place: { file, range: document.locate(path) } }),
    object: { file, range: document.locate([]) },
  });
  return {
    ...{ id, address: "Kustomization", notation: "manifest", existence: "known", unknown: {} },
    ...{ object: "", path, holder: "SecretGenerator", form: "literal", in_tests: inTests(file) },
  };
}
