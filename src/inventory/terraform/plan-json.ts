// Parts of a plan as objects and lists, whatever stands there.
import type { Json } from "../../model/document.ts";

export type Members = { readonly [key: string]: Json };

export function members(json: Json | undefined): Members | null {
  return json !== null && typeof json === "object" && !Array.isArray(json) ? (json as Members) : null;
}

export function listOf(json: Json | undefined): readonly Json[] {
  return Array.isArray(json) ? json : [];
}
