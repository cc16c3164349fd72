// A resource of the kubernetes provider as a Kubernetes object. Takes its body, gives JSON with Kubernetes' names, what is unknown in it,
// and where each part stands in the body.
import type { Json } from "../../model/document.ts";
import type { Path } from "../../model/place.ts";
import { type ObjectValue, refText, type Value } from "../terraform/value.ts";
import { fieldName, fieldValue, listName } from "./field-names.ts";

export type Converted = {
  readonly value: { readonly [key: string]: Json };
  /** Dotted path → canonical text. */
  readonly unknown: Readonly<Record<string, string>>;
  /** Path in the body of a path in the object, or of the longest part of it that was written. */
  readonly source: (path: Path) => Path;
};

/** Secrets, config maps and tokens in one block. */
const MAX_SOURCES = 1_000;
/** Blocks inside one another. */
const MAX_DEPTH = 40;

/** Maps of texts: Terraform makes texts of what stands there. */
const TEXTS = new Set(["annotations", "labels", "template_annotations"]);

/** Settings of the provider, not of the object. */
const PROVIDER = new Set([
  "wait_for_rollout",
  "wait_for_load_balancer",
  "wait_for_completion",
  "wait_until_bound",
  "wait_for_default_service_account",
  "wait_for_service_account_token",
  "timeouts",
  "id",
]);

export function convertBody(body: ObjectValue, kind: string): Converted {
  const places = new Map<string, Path>();
  const unknown: Record<string, string> = {};
  const convert = (
    value: Value,
    name: string,
    parent: string,
    source: Path,
    path: Path,
  ): Json | undefined => {
    places.set(JSON.stringify(path), source);
    switch (value.kind) {
      case "known":
        if (value.toFillIn) break;
        return TEXTS.has(parent) && value.value !== null
          ? String(value.value)
          : fieldValue(name, value.value);
      case "absent":
        return undefined;
      case "unknown":
        break;
      case "object":
        if (value.open) unknown[path.join(".")] = refText(value);
        return Object.fromEntries(
          [...value.entries].flatMap(([key, entry]) => {
            const inner = convert(entry.value, key, name, [...source, key], [...path, key]);
            return inner === undefined ? [] : [[key, inner]];
          }),
        );
      case "list": {
        if (value.open) unknown[path.join(".")] = refText(value);
        const result: Json[] = [];
        for (const [index, item] of value.items.entries()) {
          const from = [...source, index];
          for (let turn = 0; turn < turns(item, name); turn++) {
            const to = [...path, result.length];
            result.push(
              item.kind === "object" && path.length < MAX_DEPTH
                ? block(item, name, from, to, turn)
                : (convert(item, name, parent, from, to) ?? null),
            );
          }
        }
        return result;
      }
    }
    unknown[path.join(".")] = refText(value);
    return undefined;
  };
  const block = (
    value: ObjectValue,
    name: string,
    source: Path,
    path: Path,
    turn = 0,
  ): { [key: string]: Json } => {
    places.set(JSON.stringify(path), source);
    const result: { [key: string]: Json } = {};
    if (value.open) unknown[path.join(".")] = refText(value);
    for (const [key, entry] of value.entries) {
      if (path.length === 0 && PROVIDER.has(key)) continue;
      const at = [...source, key];
      const single = isBlock(entry.value) && listName(key, name) === null ? entry.value.items : undefined;
      const field = (isBlock(entry.value) && listName(key, name)) || fieldName(key);
      const target = [...path, field];
      if (single === undefined) {
        const converted = convert(entry.value, key, name, at, target);
        if (converted !== undefined) result[field] = converted;
      } else if (turn < single.length) {
        if (isBlock(entry.value) && entry.value.open) unknown[target.join(".")] = refText(entry.value);
        result[field] = block(single[turn] as ObjectValue, key, [...at, turn], target);
      }
    }
    return result;
  };
  const value = reshaped(block(body, "", [], []), kind);
  return {
    value,
    unknown,
    source: (path) => {
      const original = originalPath(path, kind);
      for (let length = original.length; length > 0; length--) {
        const found = places.get(JSON.stringify(original.slice(0, length)));
        if (found) return [...found, ...original.slice(length)];
      }
      return [];
    },
  };
}

/** One block of projected `sources` may hold several secrets or config maps, each of which is a source to Kubernetes. */
function turns(value: Value, name: string): number {
  if (name !== "sources" || value.kind !== "object") return 1;
  const lengths = [...value.entries.values()].map((entry) =>
    isBlock(entry.value) ? entry.value.items.length : 1,
  );
  return Math.min(Math.max(1, ...lengths), MAX_SOURCES);
}

function isBlock(value: Value): value is Value & { readonly kind: "list" } {
  return (
    value.kind === "list" && value.items.length > 0 && value.items.every(({ kind }) => kind === "object")
  );
}

/** Where the provider nests or names things differently from Kubernetes. */
function reshaped(value: { readonly [key: string]: Json }, kind: string): { readonly [key: string]: Json } {
  if (kind === "Secret") {
    const { data, binaryData, ...rest } = value;
    return {
      ...rest,
      ...(data !== undefined && { stringData: data }),
      ...(binaryData !== undefined && { data: binaryData }),
    };
  }
  if (kind === "PersistentVolume") {
    const spec = value["spec"] as { readonly [key: string]: Json } | undefined;
    if (!spec || typeof spec["persistentVolumeSource"] !== "object") return value;
    const { persistentVolumeSource, ...rest } = spec;
    return { ...value, spec: { ...rest, ...(persistentVolumeSource as { readonly [key: string]: Json }) } };
  }
  return value;
}

function originalPath(path: Path, kind: string): Path {
  if (kind === "Secret" && path[0] === "stringData") return ["data", ...path.slice(1)];
  if (kind === "Secret" && path[0] === "data") return ["binaryData", ...path.slice(1)];
  if (
    kind === "PersistentVolume" &&
    path[0] === "spec" &&
    /^(?:csi|nfs|hostPath|local|iscsi|fc)$/.test(String(path[1]))
  ) {
    return ["spec", "persistentVolumeSource", ...path.slice(1)];
  }
  return path;
}
