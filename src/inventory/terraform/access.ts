// Takes parts out of values the way expressions do: members, indexes, elements. Gives values, failing ones where Terraform would fail.
import type { Site } from "./site.ts";
import {
  derived,
  failure,
  known,
  type ObjectValue,
  oneOf,
  refText,
  type Unknown,
  unknown,
  type Value,
} from "./value.ts";

/** More items than this are not offered as alternatives to one another. */
const MAX_CHOICES = 8;

export function member(value: Value, name: string, site: Site | null): Value {
  switch (value.kind) {
    case "object":
      return objectMember(value, name, site);
    case "unknown":
      return unknownMember(value, name, site);
    default:
      return failure(`no attribute "${name}" here`, `${refText(value)}.${name}`, site);
  }
}

function objectMember(value: ObjectValue, name: string, site: Site | null): Value {
  const entry = value.entries.get(name);
  if (entry !== undefined) return entry.value;
  const ref = `${refText(value)}.${name}`;
  return value.open
    ? unknown("may be missing", ref, site)
    : failure(`no attribute "${name}" here`, ref, site);
}

function unknownMember(value: Unknown, name: string, site: Site | null): Value {
  if (value.alternatives !== undefined) {
    const ref = `${value.ref}.${name}`;
    return oneOf(
      value.alternatives.map((one) => member(one, name, site)),
      ref,
      value.reason,
      site,
    );
  }
  const { reference } = value;
  if (reference === undefined) return derived(`${value.ref}.${name}`, [value], site);
  const path = [...reference.path, name];
  if (reference.path.length === 0) {
    const configured = value.attribute?.(name);
    if (configured !== undefined) return configured;
    if (name === "id") return { ...value, site, reference: { address: reference.address, path } };
  }
  const extra = {
    reference: { address: reference.address, path },
    ...(value.failed ? { failed: value.failed } : {}),
  };
  return unknown(value.reason, `${value.ref}.${name}`, site, extra);
}

export function index(value: Value, key: Value, site: Site | null): Value {
  const ref = `${refText(value)}[${refText(key)}]`;
  if (value.kind === "unknown") {
    if (value.alternatives !== undefined) {
      return oneOf(
        value.alternatives.map((one) => index(one, key, site)),
        ref,
        value.reason,
        site,
      );
    }
    const { reference } = value;
    if (reference === undefined || key.kind !== "known" || typeof key.value === "boolean")
      return derived(ref, [value, key], site, value.condition ? { condition: value.condition } : {});
    return unknown(value.reason, ref, site, {
      reference: { address: reference.address, path: [...reference.path, key.value] },
      ...(value.failed ? { failed: value.failed } : {}),
    });
  }
  if (key.kind === "unknown") return anyItem(value, key, ref, site);
  if (key.kind !== "known") return failure("no such element", ref, site);
  if (value.kind === "object") return objectMember(value, String(key.value), site);
  if (value.kind !== "list") return failure("no elements here", ref, site);
  const item = value.items[Number(key.value)];
  if (item !== undefined) return item;
  return value.open ? unknown("may be missing", ref, site) : failure("no such element", ref, site);
}

function anyItem(value: Value, key: Unknown, ref: string, site: Site | null): Value {
  const items =
    value.kind === "list"
      ? value.items
      : value.kind === "object"
        ? [...value.entries.values()].map((one) => one.value)
        : [];
  if ((value.kind !== "list" && value.kind !== "object") || (items.length === 0 && !value.open)) {
    return failure("no such element", ref, site);
  }
  if (value.open || items.length > MAX_CHOICES) return derived(ref, [key], site);
  return oneOf(items, ref, key.reason, site);
}

/** Elements of any collection with their keys. `open`: there may be fewer or others. Null when nothing is known about them. */
export type Elements = {
  readonly items: readonly { readonly key: Value; readonly value: Value; readonly site: Site | null }[];
  readonly open: boolean;
};

/** Maps are walked in the order of their keys. */
export function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function elements(value: Value): Elements | null {
  if (value.kind === "list") {
    return {
      items: value.items.map((item, i) => ({ key: known(i), value: item, site: item.site })),
      open: value.open,
    };
  }
  if (value.kind === "object") {
    const items = [...value.entries].sort(byKey).map(([name, entry]) => ({
      key: entry.key ?? known(name, entry.site),
      value: entry.value,
      site: entry.site,
    }));
    return { items, open: value.open };
  }
  if (value.kind !== "unknown" || value.alternatives === undefined) return null;
  const items: Elements["items"][number][] = [];
  const seen = new Set<string>();
  for (const alternative of value.alternatives) {
    if (alternative.kind === "absent") continue;
    const found = elements(alternative);
    if (found === null) return null;
    for (const item of found.items) {
      const identity =
        alternative.kind === "object" ? refText(item.key) : `${refText(item.key)}=${refText(item.value)}`;
      if (!seen.has(identity)) items.push(item);
      seen.add(identity);
    }
  }
  return { items, open: true };
}
