// Where custom resources ask that load balancers of their Services keep the addresses of clients. Takes an object's value, gives paths.
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import { isObject } from "./kubernetes.ts";

const FIELD = "externalTrafficPolicy";
/** Values of charts and schemas are looked at elsewhere or not at all. */
const PASSED_OVER = new Set([
  "values",
  "valuesObject",
  "valuesInline",
  "helm",
  "openAPIV3Schema",
  "patches",
  "status",
]);
const MAX_DEPTH = 12;

export function keptAddresses(value: Json): readonly Path[] {
  const found: Path[] = [];
  search(value, [], found);
  return found;
}

/** `path` is one for the whole search. Objects in the object speak for themselves. */
function search(value: Json, path: (string | number)[], found: Path[]): void {
  if (value === null || typeof value !== "object" || path.length > MAX_DEPTH) return;
  if (isObject(value)) {
    if (path.length > 0 && typeof value["apiVersion"] === "string" && typeof value["kind"] === "string")
      return;
    if (value[FIELD] === "Local") found.push([...path, FIELD]);
  }
  for (const [key, member] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    if (member === null || typeof member !== "object" || PASSED_OVER.has(String(key))) continue;
    path.push(key);
    search(member, path, found);
    path.pop();
  }
}
