// Values of charts by dotted names, as `helm --set` has them: maps of such names and lists of `{name, value}`. Takes these, gives the
// values that they come to, and which entry states a part of them; knows no charts.
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import { elements, isObject, text } from "./kubernetes.ts";

/** `path` leads to the entry from what holds all of them. */
type SetValue = { readonly keys: readonly string[]; readonly path: Path; readonly value: Json };

/** `controller.service.type` is three keys; a dot behind a backslash belongs to its key. */
export function setKeys(name: string): readonly string[] {
  return name.split(/(?<!\\)\./).map((key) => key.replaceAll("\\.", "."));
}

/** A map by dotted names, or a list of names and values; undefined for anything else. */
export function setValues(stated: Json | undefined): readonly SetValue[] {
  if (isObject(stated))
    return Object.entries(stated).map(([name, value]) => ({ keys: setKeys(name), path: [name], value }));
  return elements(stated).flatMap((entry, index) => {
    if (!isObject(entry) || entry["value"] === undefined) return [];
    return [{ keys: setKeys(text(entry["name"])), path: [index], value: entry["value"] }];
  });
}

export function nested(entries: readonly SetValue[]): Json {
  return entries.reduce<Json>((all, { keys, value }) => mergedValues(all, holding(keys, value)), {});
}

/** The value under those keys, one in the other. */
export function holding(keys: readonly string[], value: Json): Json {
  return keys.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
}

/** The entry that states what stands at a path of the nested values, or some of it; the last one holds. */
export function statedBy(entries: readonly SetValue[], path: Path): SetValue | undefined {
  return entries.findLast(({ keys }) =>
    keys.every((key, index) => index >= path.length || path[index] === key),
  );
}

/** Maps are merged, and whatever else stands above replaces what is below. */
export function mergedValues(below: Json, above: Json): Json {
  if (!isObject(below) || !isObject(above)) return above;
  const result: Record<string, Json> = { ...below };
  for (const [key, value] of Object.entries(above))
    result[key] = Object.hasOwn(result, key) ? mergedValues(result[key]!, value) : value;
  return result;
}
