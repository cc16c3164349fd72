// What collection functions share: a list from whatever may be one.
import { elements } from "../access.ts";
import type { Site } from "../site.ts";
import { derived, type List, refText, type Value } from "../value.ts";

/** `ref`: canonical text of the call, for what cannot be known. Null: the arguments do not fit. */
export type ValueFunction = (args: readonly Value[], site: Site, ref: string) => Value | null;

export function listOf(value: Value | undefined): List | null {
  if (value === undefined) return null;
  if (value.kind === "list") return value;
  if (value.kind === "absent") return null;
  const found = value.kind === "unknown" ? elements(value) : null;
  return found === null
    ? null
    : { kind: "list", items: found.items.map((one) => one.value), open: found.open, site: value.site };
}

/** Applies to a list; an unknown one gives an unknown outcome. */
export const onList =
  (apply: (items: List, site: Site, ref: string, args: readonly Value[]) => Value | null): ValueFunction =>
  (args, site, ref) => {
    const found = listOf(args[0]);
    if (found !== null) return apply(found, site, ref, args);
    const [first] = args;
    if (first?.kind !== "unknown") return null;
    return derived(ref, args, site, first.sample ? { sample: first.sample } : {});
  };

export function distinctItems(items: readonly Value[]): readonly Value[] {
  return [...new Map(items.map((item) => [refText(item), item])).values()];
}
