// What the inventory asks of values: attributes by name and kind, references, texts with holes, JSON.
// Takes values, gives plain data; knows no resource types.
import type { Json } from "../../model/document.ts";
import type { Path } from "../../model/place.ts";
import { elements } from "./access.ts";
import { ABSENT, type Known, type ObjectValue, refText, type Unknown, type Value } from "./value.ts";

/** An attribute read as some type. `unknown` also when it is known but of another type than asked for. */
export type Read<T> =
  | { readonly kind: "known"; readonly value: T }
  | { readonly kind: "unknown"; readonly ref: string }
  | { readonly kind: "absent" };

const ABSENT_READ = { kind: "absent" } as const;

/** The part of a value at a path. A block that stands alone may be addressed without its index. Absent where nothing is. */
export function get(value: Value, path: Path): Value {
  let at = value;
  for (const step of path) at = part(at, step);
  return at;
}

function part(value: Value, step: string | number): Value {
  if (typeof step === "string" && value.kind === "list" && value.items.length === 1)
    return part(value.items[0]!, step);
  if (value.kind === "object") return value.entries.get(String(step))?.value ?? missing(value.open, value);
  if (value.kind === "list") return value.items[Number(step)] ?? missing(value.open, value);
  if (value.kind === "unknown")
    return { kind: "unknown", reason: value.reason, ref: `${value.ref}.${step}`, site: value.site };
  return ABSENT;
}

function missing(open: boolean, value: Value): Value {
  return open
    ? { kind: "unknown", reason: "may be missing", ref: `${refText(value)}…`, site: value.site }
    : ABSENT;
}

function read<T>(value: Value, convert: (value: Known["value"]) => T | null): Read<T> {
  if (value.kind === "absent") return ABSENT_READ;
  if (value.kind === "known") {
    const converted = convert(value.value);
    if (converted !== null) return { kind: "known", value: converted };
  }
  return { kind: "unknown", ref: refText(value) };
}

/** Numbers and truth values convert to text, as in Terraform. */
export function readString(value: Value, ...path: Path): Read<string> {
  return read(get(value, path), (one) => String(one));
}

export function readNumber(value: Value, ...path: Path): Read<number> {
  return read(get(value, path), (one) => {
    const number = typeof one === "boolean" || one === "" ? Number.NaN : Number(one);
    return Number.isFinite(number) ? number : null;
  });
}

export function readBoolean(value: Value, ...path: Path): Read<boolean> {
  return read(get(value, path), (one) =>
    one === true || one === "true" ? true : one === false || one === "false" ? false : null,
  );
}

/** Items of a list. `open`: there may be fewer or more. A known scalar is a list of one. */
export function readList(value: Value, ...path: Path): Read<readonly Value[]> & { readonly open?: boolean } {
  const found = get(value, path);
  if (found.kind === "absent") return ABSENT_READ;
  if (found.kind === "known") return { kind: "known", value: [found], open: false };
  const all = found.kind === "object" ? null : elements(found);
  if (all === null) return { kind: "unknown", ref: refText(found) };
  return { kind: "known", value: all.items.map((item) => item.value), open: all.open };
}

/** Members of a map with their values; `open`: there may be fewer or more. */
export function readMap(
  value: Value,
  ...path: Path
): Read<ReadonlyMap<string, Value>> & { readonly open?: boolean } {
  const found = get(value, path);
  if (found.kind === "absent") return ABSENT_READ;
  if (found.kind !== "object") return { kind: "unknown", ref: refText(found) };
  const members = [...found.entries].map(([name, entry]): [string, Value] => [name, entry.value]);
  return { kind: "known", value: new Map(members), open: found.open };
}

export type Blocks = {
  readonly items: readonly { readonly body: ObjectValue; readonly path: Path }[];
  readonly open: boolean;
};

/**
 * Nested blocks of a name, however they were written: as blocks, `dynamic`, or an attribute with an object or a list of them.
 * `path` is from `value` to the block. `open`: there may be fewer or more.
 */
export function blocks(value: Value, name: string): Blocks {
  const found = get(value, [name]);
  if (found.kind === "object") return { items: [{ body: found, path: [name] }], open: false };
  if (found.kind === "absent") return { items: [], open: false };
  if (found.kind !== "list") return { items: [], open: true };
  const items: Blocks["items"][number][] = [];
  let { open } = found;
  for (const [i, item] of found.items.entries()) {
    if (item.kind === "object") items.push({ body: item, path: [name, i] });
    else if (item.kind !== "absent") open = true;
  }
  return { items, open };
}

/**
 * What a value refers to, comparable even when it is not known: `literal` (an OCID or other text), `resource` (the address of a
 * resource in the same root and variant), `expression`. Null when absent, or no scalar.
 * `alternatives` are set when a condition decides between them.
 */
export type Ref = {
  readonly kind: "literal" | "resource" | "expression";
  readonly ref: string;
  readonly alternatives?: readonly (Ref | null)[];
};

export function refOf(value: Value, ...path: Path): Ref | null {
  const found = get(value, path);
  if (found.kind === "known") return { kind: "literal", ref: String(found.value) };
  if (found.kind !== "unknown") return null;
  const { reference, alternatives } = found;
  if (reference !== undefined && isIdentity(reference.path))
    return { kind: "resource", ref: reference.address };
  if (alternatives === undefined) return { kind: "expression", ref: found.ref };
  return { kind: "expression", ref: found.ref, alternatives: alternatives.map((one) => refOf(one)) };
}

function isIdentity(path: Path): boolean {
  return path.length === 0 || (path.length === 1 && path[0] === "id");
}

/** A text in pieces: literal parts as strings, `null` for what is not known. Null when it is no text at all, or nothing of it is known. */
export function textOf(value: Value): readonly (string | null)[] | null {
  if (value.kind === "known") return [String(value.value)];
  if (value.kind !== "unknown" || value.text === undefined) return null;
  return value.text.map((one) => (one.kind === "known" ? String(one.value) : null));
}

/** What `base64encode` and its kind were given; the value itself when it is not encoded. */
export function decoded(value: Value): Value {
  const inner =
    value.kind === "known" ? value.encodes : value.kind === "unknown" ? encodedArgument(value) : undefined;
  return inner ?? value;
}

function encodedArgument({ call }: Unknown): Value | undefined {
  return call !== undefined && /^(?:base64encode|base64gzip)$/.test(call.name) ? call.args[0] : undefined;
}

/** Parts that `toJson` looks at before it gives up on the rest, naming the root as unknown. */
const MAX_NODES = 200_000;

/**
 * Plain JSON without what is not known; `unknown` names those parts: dotted path → canonical text. In lists they are `null`, so that
 * indexes stay. A list or map that may have other members is named as well, beside the members it has.
 */
export function toJson(value: Value): {
  readonly json: Json | undefined;
  readonly unknown: Readonly<Record<string, string>>;
} {
  const unknown: Record<string, string> = {};
  let left = MAX_NODES;
  const convert = (one: Value, path: string): Json | undefined => {
    if (left-- <= 0) {
      unknown[""] = "too much to look at";
      return undefined;
    }
    if (one.kind === "known") return one.value;
    if (one.kind === "absent") return undefined;
    if (one.kind === "unknown") {
      unknown[path] = refText(one);
      return undefined;
    }
    if (one.open) unknown[path] = refText(one);
    const inner = (step: string | number) => (path === "" ? String(step) : `${path}.${step}`);
    if (one.kind === "list") return one.items.map((item, i) => convert(item, inner(i)) ?? null);
    const members: [string, Json][] = [];
    for (const [name, entry] of one.entries) {
      const converted = convert(entry.value, inner(name));
      if (converted !== undefined) members.push([name, converted]);
    }
    return Object.fromEntries(members);
  };
  const json = convert(value, "");
  return { json, unknown };
}

/** Scalars of a body, and how many of them are not known. */
export function countUnknown(value: Value): { readonly unknown: number; readonly total: number } {
  let [unknown, total, left] = [0, 0, MAX_NODES];
  const visit = (one: Value): void => {
    if (left-- <= 0) return;
    if (one.kind === "object") for (const entry of one.entries.values()) visit(entry.value);
    else if (one.kind === "list") for (const item of one.items) visit(item);
    else {
      total++;
      if (one.kind === "unknown" && !(one.reference !== undefined && isIdentity(one.reference.path)))
        unknown++;
    }
  };
  visit(value);
  return { unknown, total };
}
