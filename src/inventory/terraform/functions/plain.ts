// Between values and plain JSON. Whole values only: one unknown part makes the whole unknown.
import type { Json } from "../../../model/document.ts";
import type { Site } from "../site.ts";
import { type Entry, known, list, MAX_ITEMS, object, text, type Value } from "../value.ts";

/** undefined when any part is unknown, or there are too many parts. Keys in order. */
export function toPlain(value: Value): Json | undefined {
  let left = MAX_ITEMS;
  const plain = (one: Value): Json | undefined => {
    if (left-- <= 0) return undefined;
    switch (one.kind) {
      case "known":
        return one.value;
      case "absent":
        return null;
      case "unknown":
        return undefined;
      case "list": {
        if (one.open) return undefined;
        const items: Json[] = [];
        for (const item of one.items) {
          const converted = plain(item);
          if (converted === undefined) return undefined;
          items.push(converted);
        }
        return items;
      }
      case "object": {
        if (one.open) return undefined;
        const members: [string, Json][] = [];
        for (const [name, entry] of one.entries) {
          const converted = plain(entry.value);
          if (converted === undefined) return undefined;
          members.push([name, converted]);
        }
        return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
      }
    }
  };
  return plain(value);
}

export function fromPlain(json: Json, site: Site | null): Value {
  if (json === null) return { kind: "absent", site };
  if (typeof json === "string") return text(json, site);
  if (typeof json !== "object") return known(json, site);
  if (Array.isArray(json)) {
    return list(
      json.map((item) => fromPlain(item, site)),
      site,
    );
  }
  const entries = new Map<string, Entry>();
  for (const [name, value] of Object.entries(json))
    entries.set(name, { value: fromPlain(value, site), site });
  return object(entries, site);
}

/** Scalars convert to text; anything else does not. */
export function asText(json: Json | undefined): string | undefined {
  return typeof json === "string" || typeof json === "number" || typeof json === "boolean"
    ? String(json)
    : undefined;
}

export function asNumber(json: Json | undefined): number | undefined {
  if (typeof json === "number") return json;
  if (typeof json !== "string" || json.trim() === "") return undefined;
  const number = Number(json);
  return Number.isFinite(number) ? number : undefined;
}

export function asTexts(json: Json | undefined): readonly string[] | undefined {
  if (!Array.isArray(json)) return undefined;
  const texts = json.map((item) => asText(item));
  return texts.includes(undefined) ? undefined : (texts as string[]);
}

/** A function of known arguments; undefined where Terraform would fail. */
export type PlainFunction = (args: readonly Json[]) => Json | undefined;
