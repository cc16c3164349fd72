// How many of a resource or module there are, and under which keys. Takes the value of `count` or `for_each`, gives instances.
import { byKey } from "./access.ts";
import { known, type Unknown, unknown, type Value } from "./value.ts";

export type Existence = "known" | "possible";

export type Instance = {
  /** `["a"]`, `[0]`, or empty. */
  readonly suffix: string;
  readonly key: string | number | null;
  readonly existence: Existence;
  readonly each: { readonly key: Value; readonly value: Value } | null;
  readonly count: Value | null;
};

/** `open`: there may be others or fewer. `more`: there may be others. */
export type Instances = {
  readonly kind: "single" | "count" | "each";
  readonly items: readonly Instance[];
  readonly open: boolean;
  readonly more: boolean;
};

export const SINGLE: Instances = {
  kind: "single",
  items: [{ suffix: "", key: null, existence: "known", each: null, count: null }],
  open: false,
  more: false,
};

/** `limit`: no more instances than this are made. */
export function byCount(count: Value, limit: number): Instances {
  if (count.kind === "known") {
    const number = Math.min(Math.max(0, Math.trunc(Number(count.value) || 0)), limit);
    return { kind: "count", items: numbered(number, number), open: false, more: false };
  }
  if (count.kind === "absent") return { kind: "count", items: numbered(1, 1), open: false, more: false };
  const numbers = (count.kind === "unknown" ? (count.alternatives ?? []) : []).map((one) =>
    one.kind === "known" ? Math.trunc(Number(one.value) || 0) : null,
  );
  const least = numbers.length > 0 && !numbers.includes(null) ? Math.min(...(numbers as number[])) : 0;
  const most = Math.max(1, ...numbers.map((one) => one ?? 1));
  const more = numbers.length === 0 || numbers.includes(null);
  return { kind: "count", items: numbered(Math.min(most, limit), least), open: true, more };
}

function numbered(total: number, certain: number): Instance[] {
  const items: Instance[] = [];
  for (let i = 0; i < total; i++) {
    items.push({
      suffix: `[${i}]`,
      key: i,
      existence: i < certain ? "known" : "possible",
      each: null,
      count: known(i),
    });
  }
  return items;
}

/** `address` names the key and value of an instance that stands for any number of unknown ones. */
export function byEach(forEach: Value, address: string, limit: number): Instances {
  const items: Instance[] = [];
  const seen = new Set<string>();
  const add = (key: Value, value: Value, certain: boolean) => {
    const name = key.kind === "known" ? String(key.value) : key.kind === "unknown" ? key.ref : null;
    if (name === null || seen.has(name) || items.length >= limit) return;
    seen.add(name);
    items.push({
      suffix: key.kind === "known" ? `[${JSON.stringify(name)}]` : `[${name}]`,
      key: key.kind === "known" ? name : null,
      existence: certain ? "known" : "possible",
      each: { key, value },
      count: null,
    });
  };
  const addAll = (collection: Value, certain: boolean) => {
    if (collection.kind === "object") {
      for (const [key, entry] of [...collection.entries].sort(byKey)) {
        add(entry.key ?? known(key, entry.site), entry.value, certain && !collection.open);
      }
    } else if (collection.kind === "list")
      for (const item of collection.items) add(item, item, certain && !collection.open);
  };
  addAll(forEach, true);
  if (forEach.kind === "unknown") for (const one of forEach.alternatives ?? []) addAll(one, false);
  const certain = isWhole(forEach);
  const more = forEach.kind === "unknown" ? !(forEach.alternatives?.every(isWhole) ?? false) : !certain;
  if (!certain && items.length === 0) items.push(anyInstance(forEach, address));
  return { kind: "each", items, open: !certain, more };
}

function isWhole(forEach: Value): boolean {
  return (
    forEach.kind === "absent" || (forEach.kind !== "unknown" && forEach.kind !== "known" && !forEach.open)
  );
}

/** One instance for all the keys that cannot be known. */
function anyInstance(forEach: Value, address: string): Instance {
  const made = (part: string): Unknown =>
    unknown(
      forEach.kind === "unknown" ? forEach.reason : "for_each cannot be known",
      `${address}[*].each.${part}`,
      forEach.site,
    );
  return {
    suffix: "[*]",
    key: null,
    existence: "possible",
    each: { key: made("key"), value: made("value") },
    count: null,
  };
}

/** What stands in something possible is possible. */
export function either(outer: Existence, inner: Existence): Existence {
  return outer === "possible" ? outer : inner;
}
