// Functions over sequences: products, slices, sets, ranges. Like all collection functions they keep places and unknown parts.
import { equal } from "../operators.ts";
import { derived, known, type List, list, MAX_ITEMS, refText, type Value } from "../value.ts";
import { distinctItems, listOf, onList, type ValueFunction } from "./list.ts";

const setProduct: ValueFunction = (args, site, ref) => {
  const lists = args.map((arg) => listOf(arg));
  let rows: Value[][] = [[]];
  let open = false;
  for (const [i, items] of lists.entries()) {
    if (items === null) return args[i]?.kind === "unknown" ? derived(ref, args, site) : null;
    open ||= items.open;
    if (rows.length * items.items.length > MAX_ITEMS) return derived(ref, args, site);
    rows = rows.flatMap((row) => items.items.map((item) => [...row, item]));
  }
  return list(
    rows.map((row) => list(row, site)),
    site,
    open,
  );
};

/** Numbers of a known slice; an open list cannot be cut at its end. */
const slice = onList((items, site, ref, args) => {
  const [, from, to] = args;
  if (from?.kind === "unknown" || to?.kind === "unknown") return derived(ref, args, site);
  if (from?.kind !== "known" || to?.kind !== "known") return null;
  if (!items.open && Number(to.value) > items.items.length) return null;
  return list(items.items.slice(Number(from.value), Number(to.value)), site, items.open);
});

const reverse = onList((items, site) => list([...items.items].reverse(), site, items.open));

const position = onList((items, site, ref, args) => {
  const answers = items.items.map((item) => (args[1] === undefined ? null : equal(item, args[1])));
  const at = answers.findIndex((answer) => answer !== false);
  if (at === -1) return items.open ? derived(ref, args, site) : null;
  return answers[at] === true ? known(at, site) : derived(ref, args, site);
});

const chunk = onList((items, site, ref, args) => {
  const size = args[1]?.kind === "known" ? Number(args[1].value) : 0;
  if (items.open || !Number.isInteger(size) || size < 1) return derived(ref, args, site);
  const chunks: Value[] = [];
  for (let at = 0; at < items.items.length; at += size)
    chunks.push(list(items.items.slice(at, at + size), site));
  return list(chunks, site);
});

/** `wanted` is the answer that one element decides: false for `alltrue`, true for `anytrue`. */
const decidedBy = (wanted: boolean): ValueFunction =>
  onList((items, site, ref) => {
    const answers = items.items.map((item) => equal(item, known(wanted)));
    if (answers.includes(true)) return known(wanted, site);
    return items.open || answers.includes(null) ? derived(ref, [items], site) : known(!wanted, site);
  });

const setOperation =
  (keep: (inFirst: boolean, inSecond: boolean) => boolean): ValueFunction =>
  (args, site, ref) => {
    const [left, right] = [listOf(args[0]), listOf(args[1])];
    if (left === null || right === null)
      return args.some((arg) => arg.kind === "unknown") ? derived(ref, args, site) : null;
    const has = (items: List, item: Value) => items.items.some((other) => refText(other) === refText(item));
    const all = distinctItems([...left.items, ...right.items]);
    return list(
      all.filter((item) => keep(has(left, item), has(right, item))),
      site,
      left.open || right.open || all.some((item) => item.kind === "unknown"),
    );
  };

const range: ValueFunction = (args, site, ref) => {
  if (args.some((arg) => arg.kind === "unknown")) return derived(ref, args, site);
  const numbers = args.map((arg) => (arg.kind === "known" ? Number(arg.value) : Number.NaN));
  if (numbers.length === 0 || numbers.some((number) => !Number.isFinite(number))) return null;
  const [from, to] = numbers.length === 1 ? [0, numbers[0]!] : [numbers[0]!, numbers[1]!];
  const step = numbers[2] ?? (from <= to ? 1 : -1);
  if (step === 0 || Math.abs((to - from) / step) > 1_024) return derived(ref, args, site);
  const items: Value[] = [];
  for (let number = from; step > 0 ? number < to : number > to; number += step)
    items.push(known(number, site));
  return list(items, site);
};

export const SEQUENCE_FUNCTIONS: Readonly<Record<string, ValueFunction>> = {
  setproduct: setProduct,
  slice,
  reverse,
  index: position,
  chunklist: chunk,
  alltrue: decidedBy(false),
  anytrue: decidedBy(true),
  setunion: setOperation(() => true),
  setintersection: setOperation((first, second) => first && second),
  setsubtract: setOperation((first, second) => first && !second),
  range,
};
