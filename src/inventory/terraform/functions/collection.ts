// Collection functions. They take collections apart without needing to know what is in them, so that places and unknown parts survive.
import { elements, index, member } from "../access.ts";
import { equal, neverEmpty } from "../operators.ts";
import {
  derived,
  type Entry,
  failure,
  known,
  list,
  MAX_ITEMS,
  type ObjectValue,
  object,
  oneOf,
  refText,
  type Unknown,
  type Value,
} from "../value.ts";
import { distinctItems, listOf, onList, type ValueFunction } from "./list.ts";

const length: ValueFunction = ([value], site, ref) => {
  if (value === undefined || value.kind === "absent") return null;
  if (value.kind === "known")
    return typeof value.value === "string" ? known([...value.value].length, site) : null;
  if (value.kind === "list" && !value.open) return known(value.items.length, site);
  if (value.kind === "object" && !value.open) return known(value.entries.size, site);
  if (value.kind === "unknown" && value.alternatives !== undefined) {
    const lengths = value.alternatives.map(
      (one) => length([one], site, ref) ?? failure("no length", ref, site),
    );
    return oneOf(lengths, ref, value.reason, site);
  }
  return derived(ref, [value], site);
};

const concat: ValueFunction = (args, site) => {
  const items: Value[] = [];
  let open = false;
  for (const arg of args) {
    const found = listOf(arg);
    if (found !== null) {
      for (const item of found.items) items.push(item);
      open ||= found.open;
    } else if (arg.kind === "unknown") {
      items.push(arg);
      open = true;
    } else return null;
    if (items.length > MAX_ITEMS) break;
  }
  return list(items, site, open);
};

/** Members before something that cannot be known may be overwritten by it. */
const merge: ValueFunction = (args, site) => {
  let entries = new Map<string, Entry>();
  let open = false;
  for (const arg of args) {
    if (arg.kind === "absent") continue;
    if (arg.kind === "object") {
      open ||= arg.open;
      for (const [name, entry] of arg.entries) entries.set(name, entry);
    } else if (arg.kind === "unknown") {
      open = true;
      const choices = arg.alternatives?.filter((one): one is ObjectValue => one.kind === "object") ?? [];
      if (arg.alternatives?.every((one) => one.kind === "object" || one.kind === "absent")) {
        const names = new Set(choices.flatMap((one) => [...one.entries.keys()]));
        for (const name of names)
          entries.set(
            name,
            overlaid(name, entries.get(name), choices, choices.length < arg.alternatives.length, arg),
          );
        continue;
      }
      entries = new Map(
        [...entries].map(([name, entry]) => [
          name,
          {
            ...entry,
            value: derived(`merge(${refText(entry.value)},${arg.ref}).${name}`, [arg], entry.site),
          },
        ]),
      );
    } else return null;
  }
  return object(entries, site, open);
};

function overlaid(
  name: string,
  before: Entry | undefined,
  choices: readonly ObjectValue[],
  optional: boolean,
  by: Unknown,
): Entry {
  const values: Value[] = [];
  let site = before?.site ?? null;
  for (const choice of choices) {
    const entry = choice.entries.get(name);
    const value = entry?.value ?? before?.value;
    if (value !== undefined) values.push(value);
    site = entry?.site ?? site;
  }
  if (optional && before !== undefined) values.push(before.value);
  return { value: oneOf(values, `${by.ref}.${name}`, by.reason, site), site };
}

/** A resource always has its attributes; what else has a fallback may lack the key. */
const lookup: ValueFunction = ([map, key, fallback], site, ref) => {
  if (map === undefined || key === undefined) return null;
  if (map.kind === "object" && key.kind === "known") {
    const entry = map.entries.get(String(key.value));
    if (entry !== undefined) return entry.value;
    if (map.open) return derived(ref, [map, key], site);
    return fallback ?? null;
  }
  if (map.kind === "unknown" && map.alternatives !== undefined) {
    const found = map.alternatives.map(
      (one) =>
        lookup([one, key, ...(fallback ? [fallback] : [])], site, ref) ?? failure("no such key", ref, site),
    );
    return oneOf(found, ref, map.reason, site);
  }
  if (map.kind === "unknown" && map.reference !== undefined && key.kind === "known") {
    const isWhole = map.reference.path.length === 0 && !/(?:^|\.)module\.[^.]+$/.test(map.reference.address);
    if (isWhole || fallback === undefined) return member(map, String(key.value), site);
  }
  if (map.kind === "object" && key.kind === "unknown" && !map.open) {
    const one = index(map, key, site);
    const choices = (one.kind === "unknown" && one.alternatives) || (one.kind === "unknown" ? null : [one]);
    if (choices !== null) return oneOf(fallback ? [...choices, fallback] : choices, ref, key.reason, site);
  }
  return map.kind === "unknown" || key.kind === "unknown" ? derived(ref, [map, key], site) : null;
};

const element = onList((items, site, ref, args) => {
  const at = args[1];
  if (at === undefined || (at.kind !== "known" && at.kind !== "unknown")) return null;
  if (at.kind === "unknown") return index(items, at, site);
  const number = Math.trunc(Number(at.value));
  if (items.items.length === 0) return items.open ? derived(ref, [items], site) : null;
  if (items.open && number >= items.items.length) return derived(ref, [items], site);
  return items.items[((number % items.items.length) + items.items.length) % items.items.length]!;
});

function flattened(items: readonly Value[], into: Value[], state: { open: boolean; left: number }): void {
  for (const item of items) {
    if (into.length > MAX_ITEMS || state.left-- <= 0) {
      state.open = true;
      return;
    }
    const inner = item.kind === "unknown" && item.alternatives === undefined ? null : listOf(item);
    if (inner !== null) {
      state.open ||= inner.open;
      flattened(inner.items, into, state);
    } else {
      if (item.kind === "unknown" && item.reference === undefined) state.open = true;
      into.push(item);
    }
  }
}

const flatten = onList((items, site) => {
  const state = { open: items.open, left: 2 * MAX_ITEMS };
  const into: Value[] = [];
  flattened(items.items, into, state);
  return list(into, site, state.open);
});

const distinct = onList((items, site) => list(distinctItems(items.items), items.site ?? site, items.open));

/** A set of texts is walked in their order. */
const toSet = onList((items, site) => {
  const found = distinctItems(items.items);
  const texts = found.flatMap((item) =>
    item.kind === "known" && typeof item.value === "string" ? [item] : [],
  );
  texts.sort((a, b) => (a.value < b.value ? -1 : 1));
  return list(texts.length === found.length ? texts : found, items.site ?? site, items.open);
});

const compact = onList((items, site) => {
  const kept = items.items.filter(
    (item) => item.kind !== "absent" && !(item.kind === "known" && item.value === ""),
  );
  return list(kept, site, items.open || kept.some((item) => item.kind === "unknown" && !neverEmpty(item)));
});

const contains = onList((items, site, ref, args) => {
  const wanted = args[1];
  if (wanted === undefined) return null;
  const answers = items.items.map((item) => equal(item, wanted));
  if (answers.includes(true)) return known(true, site);
  return items.open || answers.includes(null) ? derived(ref, [items, wanted], site) : known(false, site);
});

const one: ValueFunction = ([value], site, ref) => {
  const found = listOf(value);
  if (found === null) return value?.kind === "unknown" ? derived(ref, [value], site) : null;
  const [first] = found.items;
  if (first !== undefined && found.items.length === 1) return first;
  if (first !== undefined) return found.open ? oneOf(found.items, ref, "which one is not known", site) : null;
  return found.open ? derived(ref, [found], site) : { kind: "absent", site };
};

const keys: ValueFunction = ([value], site, ref) => {
  const found = value === undefined || value.kind === "list" ? null : elements(value);
  if (found === null) return value?.kind === "unknown" ? derived(ref, [value], site) : null;
  return list(
    found.items.map((item) => item.key),
    site,
    found.open,
  );
};

const values: ValueFunction = ([value], site, ref) => {
  const found = value === undefined || value.kind === "list" ? null : elements(value);
  if (found === null) return value?.kind === "unknown" ? derived(ref, [value], site) : null;
  return list(
    found.items.map((item) => item.value),
    site,
    found.open,
  );
};

const zipmap: ValueFunction = (args, site, ref) => {
  const [names, contents] = args;
  const [left, right] = [listOf(names), listOf(contents)];
  if (left === null || right === null) {
    return names?.kind === "unknown" || contents?.kind === "unknown" ? derived(ref, args, site) : null;
  }
  const entries = new Map<string, Entry>();
  let open = left.open || right.open;
  for (const [i, key] of left.items.entries()) {
    const value = right.items[i];
    if (value === undefined) break;
    if (key.kind === "known") entries.set(String(key.value), { value, site: value.site });
    else if (key.kind === "unknown") {
      entries.set(key.ref, { value, site: value.site, key });
      open = true;
    } else return null;
  }
  return object(entries, site, open);
};

export const COLLECTION_FUNCTIONS: Readonly<Record<string, ValueFunction>> = {
  length,
  concat,
  merge,
  lookup,
  element,
  flatten,
  toset: toSet,
  distinct,
  tolist: onList((items, site) => ({ ...items, site: items.site ?? site })),
  tomap: ([value]) => value ?? null,
  compact,
  contains,
  one,
  keys,
  values,
  zipmap,
};
