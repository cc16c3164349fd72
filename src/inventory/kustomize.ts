// Kustomize: which documents are patches. Takes data documents, gives them back with strategic merge patches marked as partial, inline
// patches and JSON 6902 operations turned into partial documents of their own, located where they are written.
import { posix } from "node:path";
import type { DataDocument, Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import { at, isObject } from "./kubernetes.ts";
import { patchTarget, type Target } from "./kustomize-target.ts";

/** Reads the text of an inline patch, placed at `path` of the document it stands in. */
export type InlineReader = (text: string, document: DataDocument, path: Path) => readonly DataDocument[];

const NAMES = /^(kustomization\.ya?ml|Kustomization)$/;

export function isKustomization({ file, value }: DataDocument): boolean {
  if (!isObject(value)) return false;
  const apiVersion = value["apiVersion"];
  if (typeof apiVersion === "string" && apiVersion.startsWith("kustomize.config.k8s.io/")) return true;
  return NAMES.test(posix.basename(file)) && value["apiVersion"] === undefined;
}

export function resolvePatches(documents: readonly DataDocument[], readInline: InlineReader): DataDocument[] {
  const kustomizations = documents.filter(isKustomization);
  if (kustomizations.length === 0) return [...documents];
  const patchFiles = new Map<string, Json | undefined>();
  const made: DataDocument[] = [];
  for (const document of kustomizations) {
    for (const { file, inline, path, target } of patchesOf(document)) {
      if (file !== undefined) patchFiles.set(posix.join(posix.dirname(document.file), file), target);
      else
        for (const read of readInline(inline!, document, path))
          made.push(...asPatch(read, target, documents));
    }
  }
  return [
    ...documents.flatMap((document) =>
      patchFiles.has(document.file)
        ? asPatch(document, patchFiles.get(document.file), documents)
        : [isKustomization(document) ? named(document) : document],
    ),
    ...made,
  ];
}

type Patch = {
  readonly file?: string;
  readonly inline?: string;
  readonly path: Path;
  readonly target: Json | undefined;
};

function patchesOf(document: DataDocument): Patch[] {
  const found: Patch[] = [];
  const entries = (key: string) => {
    const list = at(document.value, [key]);
    return Array.isArray(list)
      ? list.map((entry: Json, index) => ({ entry, path: [key, index] as Path }))
      : [];
  };
  for (const { entry, path } of [...entries("patches"), ...entries("patchesJson6902")]) {
    const target = at(entry, ["target"]);
    const file = at(entry, ["path"]);
    const inline = at(entry, ["patch"]);
    if (typeof file === "string") found.push({ file, path, target });
    else if (typeof inline === "string") found.push({ inline, path: [...path, "patch"], target });
  }
  for (const { entry, path } of entries("patchesStrategicMerge")) {
    if (typeof entry !== "string") continue;
    found.push(
      entry.includes("\n")
        ? { inline: entry, path, target: undefined }
        : { file: entry, path, target: undefined },
    );
  }
  return found;
}

function asPatch(
  document: DataDocument,
  stated: Json | undefined,
  documents: readonly DataDocument[],
): DataDocument[] {
  const { value } = document;
  if (!Array.isArray(value)) return [{ ...document, partial: true }];
  const pointers = value.flatMap((operation: Json) => {
    const pointer = at(operation, ["path"]);
    return typeof pointer === "string" ? [pointer] : [];
  });
  const target = patchTarget(stated, documents, pointers);
  return target ? [operations(document, value, target)] : [{ ...document, partial: true }];
}

/** kustomize knows a kustomization by the name of its file; everybody else by its kind. */
function named(document: DataDocument): DataDocument {
  if (!isObject(document.value)) return document;
  const identity = { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization" };
  return { ...document, value: { ...identity, ...document.value } };
}

/** `add` and `replace` operations as the object they lead to; every part is located at the operation that writes it. */
function operations(document: DataDocument, list: readonly Json[], target: Target): DataDocument {
  const { group } = target;
  const root: Record<string, Json> = {
    apiVersion: group === "" ? target.version : `${group}/${target.version}`,
    kind: target.kind,
    metadata: { name: target.name, namespace: target.namespace },
  };
  const written: { at: Path; operation: number }[] = [];
  list.forEach((operation, index) => {
    if (!isObject(operation) || (operation["op"] !== "add" && operation["op"] !== "replace")) return;
    if (typeof operation["path"] !== "string" || !operation["path"].startsWith("/")) return;
    const keys = operation["path"]
      .slice(1)
      .split("/")
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    const path = write(root, keys, operation["value"] ?? null);
    written.push({ at: path, operation: index });
  });
  return {
    ...document,
    partial: true,
    value: root,
    locate: (path) => {
      const match = written.findLast((entry) =>
        entry.at.every((key, index) => path[index] === key || index >= path.length),
      );
      if (!match) return document.locate([]);
      const below = path.slice(match.at.length);
      return below.length === 0
        ? document.locate([match.operation])
        : document.locate([match.operation, "value", ...below]);
    },
    sourceText: () => undefined,
  };
}

/** Writes a value at a JSON pointer. Positions in lists that the patch does not show become elements of a list of its own. */
function write(root: Record<string, Json>, keys: readonly string[], value: Json): Path {
  const path: (string | number)[] = [];
  let current: Record<string, Json> | Json[] = root;
  keys.forEach((key, index) => {
    const last = index === keys.length - 1;
    const next: Json = last ? value : /^(\d+|-)$/.test(keys[index + 1]!) ? [] : {};
    if (Array.isArray(current)) {
      const position =
        last || key === "-"
          ? current.length
          : current.length === 0
            ? 0
            : Math.min(Number(key), current.length - 1);
      if (last || position >= current.length) current[position] = next;
      path.push(position);
      current = current[position] as Record<string, Json> | Json[];
      return;
    }
    if (last || current[key] === undefined || current[key] === null || typeof current[key] !== "object")
      current[key] = next;
    path.push(key);
    current = current[key] as Record<string, Json> | Json[];
  });
  return path;
}
