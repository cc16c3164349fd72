// Where the texts stand that a function took out of another text: those of `yamldecode(file(…))`, `split("\n", file(…))`. Takes what came
// out and the text, gives the same with the places that can be told for certain: those in a document of the file, else those of unique texts.
import type { DataDocument } from "../../../model/document.ts";
import type { Path } from "../../../model/place.ts";
import type { TextSite } from "../site.ts";
import {
  type Entry,
  type Known,
  type List,
  list,
  type ObjectValue,
  object,
  type Piece,
  type Value,
} from "../value.ts";

/** Longer texts are not searched. */
const MAX_TEXT = 200_000;
/** Texts that are looked for. */
const MAX_SEARCHES = 2_000;
/** Shorter ones stand by chance where they stand. */
const MIN_LENGTH = 3;

/** The file whose text this is from beginning to end; null for any other value. */
export function wholeFile(value: Value): string | null {
  if (value.kind !== "known" || value.pieces !== undefined) return null;
  const { site } = value;
  return site !== null && !("document" in site) && site.source.text === value.value ? site.source.file : null;
}

/** The value with the places that its parts have in the document that it was decoded from. A text that was found is nearer. */
export function inDocument(value: Value, document: DataDocument, path: Path): Value {
  const site = { document, path };
  if (value.kind === "list")
    return list(
      value.items.map((item, i) => inDocument(item, document, [...path, i])),
      site,
      value.open,
    );
  if (value.kind === "object") {
    const entries = [...value.entries].map(([name, entry]): [string, Entry] => {
      const at = [...path, name];
      return [name, { ...entry, value: inDocument(entry.value, document, at), site: { document, path: at } }];
    });
    return object(new Map(entries), site, value.open);
  }
  if (value.kind === "unknown") return value;
  const found =
    value.site !== null && !("document" in value.site) && value.site.source.file === document.file;
  return found ? value : { ...value, site };
}

/** The parts of a text that was put together from several places: each keeps those that it lies in. */
export function splitPlaces(value: Value, separator: string, from: Value): Value {
  if (value.kind !== "list" || from.kind !== "known" || from.pieces === undefined) return value;
  const { pieces } = from;
  let [start, first] = [0, 0];
  const items = value.items.map((item): Value => {
    if (item.kind !== "known") return item;
    const end = start + String(item.value).length;
    while ((pieces[first + 1]?.at ?? Infinity) <= start) first++;
    let last = first + 1;
    while ((pieces[last]?.at ?? Infinity) < end) last++;
    const own = pieces.slice(first, last).map((piece) => ({ ...piece, at: piece.at - start }));
    start = end + separator.length;
    return { ...item, site: own[0]?.site ?? item.site, pieces: own };
  });
  return list(items, value.site, value.open);
}

/** Keeps the places of a text that lost something at its ends. */
export function withoutEnds(before: Known, after: Known): Known {
  const lead = String(before.value).indexOf(String(after.value));
  const pieces: readonly Piece[] =
    before.pieces ?? (before.site === null ? [] : [{ at: 0, site: before.site }]);
  return {
    ...after,
    site: before.site,
    pieces: pieces.map((piece) => ({ ...piece, at: piece.at - lead })),
  };
}

/** The records of a table, each in its line of the file; as they are where a record does not stand in one line. */
export function inRows(value: Value, from: Value): Value {
  if (value.kind !== "list" || from.kind !== "known" || wholeFile(from) === null) return value;
  const { source } = from.site as TextSite;
  const lines = [...source.text.matchAll(/[^\r\n]+/g)].slice(1);
  if (lines.length !== value.items.length || source.text.includes('"')) return value;
  const items = value.items.map((item, i): Value => {
    if (item.kind !== "object") return item;
    const site = { source, start: lines[i]!.index, end: lines[i]!.index + lines[i]![0].length };
    const entries = [...item.entries].map(([name, entry]): [string, Entry] => {
      const field = entry.value.kind === "known" ? { ...entry.value, site } : entry.value;
      return [name, { ...entry, value: field, site }];
    });
    return object(new Map(entries), site, item.open);
  });
  return list(items, value.site, value.open);
}

export function withPlaces(value: Value, from: Value): Value {
  if (from.kind !== "known") return value;
  const { site, pieces } = from;
  const text = String(from.value);
  if (site === null || "document" in site || text.length > MAX_TEXT) return value;
  if (pieces === undefined && site.source.text.slice(site.start, site.end) !== text) return value;
  let left = MAX_SEARCHES;
  const placed = (one: Known): Known => {
    const wanted = one.value;
    if (typeof wanted !== "string" || wanted.length < MIN_LENGTH || left-- <= 0) return one;
    const at = text.indexOf(wanted);
    if (at === -1 || text.indexOf(wanted, at + 1) !== -1) return one;
    if (pieces !== undefined) return inPieces(one, pieces, at, wanted);
    const start = site.start + at;
    return { ...one, site: { source: site.source, start, end: start + wanted.length } };
  };
  const visit = (one: Value): Value => {
    if (one.kind === "known") return placed(one);
    if (one.kind === "list") return copied(one, visit);
    if (one.kind === "object")
      return { ...members(one, visit), ...(one.decodes && { decodes: one.decodes }) };
    return one;
  };
  return visit(value);
}

/** A text out of a template that was filled in, at the part where it begins. */
function inPieces(one: Known, pieces: readonly Piece[], at: number, wanted: string): Known {
  const end = at + wanted.length;
  const first = pieces.findLastIndex((piece) => piece.at <= at);
  const own = pieces
    .slice(Math.max(first, 0))
    .filter((piece) => piece.at < end)
    .map((piece) => ({ ...piece, at: piece.at - at }));
  const [head, next] = own;
  if (head === undefined || "document" in head.site) return one;
  const { source, start } = head.site;
  const length = next?.at ?? wanted.length;
  const stands = source.text.startsWith(wanted.slice(0, length), start - head.at);
  if (!stands && head.at !== 0) return one;
  const site = stands ? { source, start: start - head.at, end: start - head.at + length } : head.site;
  return { ...one, site, pieces: own };
}

function copied({ items, site, open }: List, visit: (one: Value) => Value): Value {
  return list(items.map(visit), site, open);
}

function members({ entries, site, open }: ObjectValue, visit: (one: Value) => Value): ObjectValue {
  const found = [...entries].map(([name, entry]): [string, Entry] => {
    const value = visit(entry.value);
    // The entry is where its value stands; without that, where the function is called.
    return [name, { ...entry, value, ...(value.site !== entry.value.site && { site: value.site }) }];
  });
  return object(new Map(found), site, open);
}
