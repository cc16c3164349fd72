// Values of evaluated Terraform: known, unknown or absent, each with the place where it was written. Pure data and its makers;
// knows neither expressions nor resources.
import type { Site } from "./site.ts";

export type Scalar = string | number | boolean;

/** A stretch of a text that was written at `site`; it reaches from `at` (offset in the text) to the next piece. */
export type Piece = { readonly at: number; readonly site: Site; readonly from?: Site };

export type Known = {
  readonly kind: "known";
  readonly value: Scalar;
  readonly site: Site | null;
  /** Where the value was written, when `site` is where it was put into a text. */
  readonly from?: Site;
  /** Where the parts of a text came from, when it is longer than one literal. In order of `at`. */
  readonly pieces?: readonly Piece[];
  /** What this text encodes: the argument of `base64encode`, `base64gzip`, `jsonencode`, `yamlencode`. */
  readonly encodes?: Value;
  /** A text out of a file that is copied and filled in: something else will stand there. */
  readonly toFillIn?: true;
};

/** `open`: there may be fewer or more items than these (unknown `count`, `for_each`, condition). */
export type List = {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly open: boolean;
  readonly site: Site | null;
  /** A list or set by its type; what is written `[…]` is a tuple until then. */
  readonly typed?: true;
};

/** `site` is that of `name = value`, in the body or object that holds it; `key` is set when the name only stands for a key that cannot be known. */
export type Entry = { readonly value: Value; readonly site: Site | null; readonly key?: Unknown };

/** An object, a map, or the body of a block. */
export type ObjectValue = {
  readonly kind: "object";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly open: boolean;
  readonly site: Site | null;
  /** A map by its type; what is written `{…}` is an object until then. */
  readonly typed?: true;
  /** The text that `yamldecode` or `jsondecode` made it of: its parts have their places there. */
  readonly decodes?: Value;
};

/** Stands for an attribute of a resource, data source or module call that only the cloud knows; `[]` is the whole thing. */
export type Reference = { readonly address: string; readonly path: readonly (string | number)[] };

export type Unknown = {
  readonly kind: "unknown";
  /** For people: `variable without a value`. */
  readonly reason: string;
  /** Canonical text: a resource address for the resource itself and its `id`, else an expression. Equal texts are the same thing. */
  readonly ref: string;
  readonly site: Site | null;
  readonly reference?: Reference;
  /** Everything it can be, when a condition decides. */
  readonly alternatives?: readonly Value[];
  /** A text with holes. */
  readonly text?: readonly (Known | Unknown)[];
  /** The function whose outcome it is: arguments may be partly known. */
  readonly call?: { readonly name: string; readonly args: readonly Value[] };
  /** Of a collection made of another that is not known: what each of its elements looks like. */
  readonly sample?: Value;
  /** Of such a collection, and of what is taken out of it: the condition that picks its elements, as canonical text. */
  readonly condition?: string;
  /** Evaluating it would fail: `try` and `can` pass over it. */
  readonly failed?: true;
  /** An attribute of the resource as configured, an output of the module; undefined when nothing is said about it. */
  readonly attribute?: (name: string) => Value | undefined;
};

/** Not set, or set to null (then `site` tells where). */
export type Absent = { readonly kind: "absent"; readonly site: Site | null };

export type Value = Known | List | ObjectValue | Unknown | Absent;

/** Longer texts and collections are not built. */
export const MAX_TEXT = 4_000_000;
export const MAX_ITEMS = 100_000;

/** Longer references are replaced by a digest, as text may double at every step. */
const MAX_REF = 600;

/** More alternatives are not kept. */
const MAX_ALTERNATIVES = 8;

export const ABSENT: Absent = { kind: "absent", site: null };

export function known(value: Scalar, site: Site | null = null): Known {
  return { kind: "known", value, site };
}

export function list(items: readonly Value[], site: Site | null = null, open = false): Value {
  if (items.length > MAX_ITEMS) return unknown("more items than can be looked at", "[…]", site);
  return { kind: "list", items, open, site };
}

export function object(
  entries: ReadonlyMap<string, Entry>,
  site: Site | null = null,
  open = false,
): ObjectValue {
  return { kind: "object", entries, open, site };
}

export function text(value: string, site: Site | null): Value {
  return value.length > MAX_TEXT ? unknown("text too long to be looked at", "…", site) : known(value, site);
}

export type UnknownExtra = Omit<Unknown, "kind" | "reason" | "ref" | "site">;

/** Reason of a variable that nobody gives a value. */
export const NO_VALUE = "a variable without a value";

export function unknown(reason: string, ref: string, site: Site | null, extra: UnknownExtra = {}): Unknown {
  return { kind: "unknown", reason, ref: shortened(ref), site, ...extra };
}

export function failure(reason: string, ref: string, site: Site | null): Unknown {
  return unknown(reason, ref, site, { failed: true });
}

export function isFailure(value: Value): boolean {
  return value.kind === "unknown" && value.failed === true;
}

/** The outcome of an operation on something unknown. It fails when an operand does. */
export function derived(
  ref: string,
  operands: readonly Value[],
  site: Site | null,
  extra: UnknownExtra = {},
): Unknown {
  let reason = "";
  let failed = false;
  for (const operand of operands) {
    if (operand.kind !== "unknown") continue;
    reason ||= operand.reason;
    failed ||= operand.failed === true;
  }
  return unknown(reason || "cannot be computed", ref, site, failed ? { ...extra, failed } : extra);
}

/** One of several values, when nobody knows which. Equal ones are one; what fails cannot be meant. */
export function oneOf(values: readonly Value[], ref: string, reason: string, site: Site | null): Value {
  const distinct = new Map<string, Value>();
  for (const value of values.flatMap((one) => (one.kind === "unknown" && one.alternatives) || [one])) {
    if (!isFailure(value)) distinct.set(refText(value), value);
  }
  const alternatives = [...distinct.values()];
  const [first] = alternatives;
  if (first === undefined) return failure(reason, ref, site);
  if (alternatives.length === 1) return first;
  return alternatives.length > MAX_ALTERNATIVES
    ? unknown(reason, ref, site)
    : unknown(reason, ref, site, { alternatives });
}

/** Canonical text of any value, for references; bounded. */
export function refText(value: Value): string {
  switch (value.kind) {
    case "known":
      return shortened(JSON.stringify(value.value));
    case "absent":
      return "null";
    case "unknown":
      return value.ref;
    default:
      return collectionText(value);
  }
}

/** Shared parts are said once: collections may double at every step. */
const collectionTexts = new WeakMap<List | ObjectValue, string>();

function collectionText(value: List | ObjectValue): string {
  const before = collectionTexts.get(value);
  if (before !== undefined) return before;
  const text = describeCollection(value);
  collectionTexts.set(value, text);
  return text;
}

function describeCollection(value: List | ObjectValue): string {
  switch (value.kind) {
    case "list":
      return shortened(`[${bounded(value.items, refText)}${value.open ? ",…" : ""}]`);
    case "object":
      return shortened(
        `{${bounded([...value.entries], ([name, entry]) => `${name}=${refText(entry.value)}`)}${value.open ? ",…" : ""}}`,
      );
  }
}

/** Joins until the outcome will be shortened anyway; from there on only digests are added. */
function bounded<T>(items: readonly T[], say: (item: T) => string): string {
  let result = "";
  for (let i = 0; i < items.length; i++)
    result = shortened(i === 0 ? say(items[i]!) : `${result},${say(items[i]!)}`);
  return result;
}

function shortened(text: string): string {
  return text.length <= MAX_REF ? text : `#${digest(text)}`;
}

/** 53-bit digest with the length: equal texts agree, others practically never. */
function digest(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${(low >>> 0).toString(16)}${(high >>> 0).toString(16)}.${text.length}`;
}
