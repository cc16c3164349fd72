// Reading plain JSON values whose shape nobody vouches for. Takes and gives values.
import type { Json } from "../../../model/document.ts";

export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** The entries of a mapping; none of anything else. */
export function entriesOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The elements of a list; none of anything else. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Variables of a mapping from names to literals. `isTemplate` tells values that only the host can work out. */
export function literalVariables(
  value: Json | undefined,
  isTemplate: (text: string) => boolean,
): Record<string, string | null> {
  const variables: Record<string, string | null> = {};
  for (const [name, entry] of entriesOf(value)) {
    const plain = isObject(entry) ? entry["value"] : entry;
    const text =
      typeof plain === "string"
        ? plain
        : typeof plain === "number" || typeof plain === "boolean"
          ? String(plain)
          : null;
    variables[name] = text === null || isTemplate(text) ? null : text;
  }
  return variables;
}

export function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
