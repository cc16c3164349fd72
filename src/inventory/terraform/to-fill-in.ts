// Values that somebody has yet to write: placeholders anywhere, and the texts of files that are copied and filled in. Takes texts and
// values, gives values.
import { type Entry, unknown, type Value } from "./value.ts";

/** `ocid1.subnet...`, `<subnet OCID>`. Two of them are not the same thing because they read the same. */
const PLACEHOLDER = /^<[^<>]*>$|^ocid1\..*(?:\.{3}|…|<|x{4}|\*{3})/i;

export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** A value as it stands in a file that is copied and filled in: its placeholders are not known, its texts are marked. */
export function toFillIn(value: Value, file: string): Value {
  switch (value.kind) {
    case "known": {
      if (typeof value.value !== "string") return value;
      if (!isPlaceholder(value.value)) return { ...value, toFillIn: true };
      const at = value.site && "source" in value.site ? value.site.start : 0;
      return unknown("to be filled in", `${value.value} at ${file}:${at}`, value.site);
    }
    case "list":
      return { ...value, items: value.items.map((item) => toFillIn(item, file)) };
    case "object": {
      const entries = [...value.entries].map(([name, entry]): [string, Entry] => [
        name,
        { ...entry, value: toFillIn(entry.value, file) },
      ]);
      return { ...value, entries: new Map(entries) };
    }
    default:
      return value;
  }
}
