// One walk through what a custom resource holds, for those that look for something by its shape. Takes a value, visits the objects in it
// from the outside in; knows no shapes.
import type { Json } from "../model/document.ts";
import { isObject } from "./kubernetes.ts";

type Fields = { readonly [key: string]: Json };

/** What describes something else than the resource: values of charts, schemas, what a controller reports. */
export const OF_OTHERS: readonly string[] = ["values", "valuesObject", "helm", "openAPIV3Schema", "status"];

export type Search = {
  /** Under these keys nothing is looked at. */
  readonly passedOver: ReadonlySet<string>;
  readonly maxDepth: number;
  /** False to look no deeper. `path` is one for the whole search: it changes, and who keeps it copies it. */
  readonly visit: (fields: Fields, path: readonly (string | number)[]) => boolean;
};

export function searchInside(value: Json, search: Search, path: (string | number)[] = []): void {
  if (value === null || typeof value !== "object" || path.length > search.maxDepth) return;
  if (isObject(value) && !search.visit(value, path)) return;
  for (const [key, member] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (member === null || typeof member !== "object" || search.passedOver.has(String(key))) continue;
    path.push(key);
    searchInside(member, search, path);
    path.pop();
  }
}

/** An object with a kind of its own inside another one. */
export function isAnotherObject({ apiVersion, kind }: Fields, path: readonly unknown[]): boolean {
  return path.length > 0 && typeof apiVersion === "string" && typeof kind === "string";
}
