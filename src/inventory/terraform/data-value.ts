// Turns a part of a JSON or YAML document into a value whose places lie in that document.
import type { DataDocument, Json } from "../../model/document.ts";
import type { Path } from "../../model/place.ts";
import { type Entry, known, list, object, type Value } from "./value.ts";

export function dataValue(document: DataDocument, json: Json, path: Path): Value {
  const site = { document, path };
  if (json === null) return { kind: "absent", site };
  if (typeof json !== "object") return known(json, site);
  if (Array.isArray(json)) {
    return list(
      json.map((item: Json, i) => dataValue(document, item, [...path, i])),
      site,
    );
  }
  const entries = new Map<string, Entry>();
  for (const [name, value] of Object.entries(json)) {
    const at = [...path, name];
    entries.set(name, { value: dataValue(document, value, at), site: { document, path: at } });
  }
  return object(entries, site);
}
