// Dotted paths in which `*` is each element of a list and each member of a map. Takes a value, gives the paths that are there.
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import { at, isObject } from "./kubernetes.ts";

/** The paths that a dotted one stands for in this value. */
export function expanded(value: Json, dotted: string): readonly Path[] {
  const steps = dotted === "" ? [] : dotted.split(".");
  if (!steps.includes("*")) return [steps];
  let found: Path[] = [[]];
  for (const step of steps)
    found = found.flatMap((path) => members(value, path, step).map((member) => [...path, member]));
  return found;
}

function members(value: Json, path: Path, step: string): readonly (string | number)[] {
  if (step !== "*") return [step];
  const holder = at(value, path);
  if (Array.isArray(holder)) return holder.map((_, index) => index);
  return isObject(holder) ? Object.keys(holder) : [];
}
