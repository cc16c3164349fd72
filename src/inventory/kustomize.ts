// Kustomize: which documents are patches. Takes data documents, gives them back with strategic merge patches marked as partial, inline
// patches (also those of Flux and Argo CD) and JSON 6902 operations turned into partial documents of their own, located where they are
// written; and what documents hold as texts beside them.
import type { DataDocument, Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import { objectTexts } from "./embedded-objects.ts";
import { at, isObject, unknownBelow } from "./kubernetes.ts";
import { patchTarget, type Target } from "./kustomize-target.ts";
import { isKustomization, patchesOf } from "./patch-holders.ts";

/** Reads the text of an inline patch, placed at `path` of the document it stands in. */
export type InlineReader = (text: string, document: DataDocument, path: Path) => readonly DataDocument[];

export function resolvePatches(documents: readonly DataDocument[], readInline: InlineReader): DataDocument[] {
  const patchFiles = new Map<string, Json | undefined>();
  const made: DataDocument[] = [];
  for (const document of documents) {
    for (const { file, inline, path, target, below } of patchesOf(document)) {
      if (file !== undefined) {
        patchFiles.set(file, target);
        continue;
      }
      const parts = inline === undefined ? [partOf(document, path)] : readInline(inline, document, path);
      for (const part of parts)
        made.push(...(below ? [patchOfHolder(part, document, below)] : asPatch(part, target, documents)));
    }
    for (const { text, path } of objectTexts(document)) made.push(...readInline(text, document, path));
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

/** A patch of something in the object that holds it, as a patch of that object. */
function patchOfHolder(part: DataDocument, { value: holder }: DataDocument, below: Path): DataDocument {
  const [apiVersion, kind, metadata] = ["apiVersion", "kind", "metadata"].map(
    (key) => at(holder, [key]) ?? null,
  );
  const inside = (path: Path) => (below.every((key, n) => path[n] === key) ? path.slice(below.length) : []);
  const patched = below.reduceRight<Json>((value, key) => ({ [key]: value }), part.value);
  return {
    ...part,
    partial: true,
    value: { ...(isObject(patched) && patched), apiVersion: apiVersion!, kind: kind!, metadata: metadata! },
    locate: (path) => part.locate(inside(path)),
    sourceText: (path) => part.sourceText(inside(path)),
  };
}

/** The part of a document that stands at a path, as a document of its own. */
function partOf(document: DataDocument, path: Path): DataDocument {
  return {
    ...document,
    value: at(document.value, path) ?? null,
    locate: (below) => document.locate([...path, ...below]),
    sourceText: (below) => document.sourceText([...path, ...below]),
    ...(document.written && { written: (below: Path) => document.written?.([...path, ...below]) }),
    ...(document.unknown && { unknown: unknownBelow(document, path) }),
  };
}

function asPatch(
  document: DataDocument,
  stated: Json | undefined,
  documents: readonly DataDocument[],
): DataDocument[] {
  const { value } = document;
  if (!Array.isArray(value)) return [{ ...aimed(document, stated, documents), partial: true }];
  const pointers = value.flatMap((operation: Json) => {
    const pointer = at(operation, ["path"]);
    return typeof pointer === "string" ? [pointer] : [];
  });
  const target = patchTarget(stated, documents, pointers);
  return target ? [operations(document, value, target)] : [{ ...document, partial: true }];
}

/** With a target, the name that a strategic merge patch states says nothing: `kind: Deployment, name: not-important`. */
function aimed(
  document: DataDocument,
  stated: Json | undefined,
  documents: readonly DataDocument[],
): DataDocument {
  const { value } = document;
  if (!isObject(value) || !isObject(stated)) return document;
  const others = documents.filter((other) => other !== document);
  const target = patchTarget(stated, others, []);
  if (target === undefined || target.kind !== value["kind"]) return document;
  const metadata = isObject(value["metadata"]) ? value["metadata"] : {};
  const { name, namespace } = target;
  const meant = { ...metadata, name, ...(namespace !== "" && { namespace }) };
  return { ...document, value: { ...value, metadata: meant } };
}

/** kustomize knows a kustomization by the name of its file; everybody else by its kind. */
function named(document: DataDocument): DataDocument {
  if (!isObject(document.value)) return document;
  const identity = { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization" };
  return { ...document, value: { ...identity, ...document.value } };
}

/** `add` and `replace` operations as the object they lead to; every part is located at the operation that writes it. */
export function operations(document: DataDocument, list: readonly Json[], target: Target): DataDocument {
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
