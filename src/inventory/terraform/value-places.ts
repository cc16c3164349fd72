// Where values were written: an offset in a text, or a path into a value. Takes values, gives places in files; an attribute that comes from
// elsewhere has two, where it is written and where it is used.
import type { Path, Place, Position, Range } from "../../model/place.ts";
import { CutText, contains, placeAt, type Site, type SourceText } from "./site.ts";
import { type Known, NO_VALUE, type Value } from "./value.ts";

/**
 * Where the value at `path` was written; of its nearest ancestor where the path leads nowhere. When that is not where it is used
 * (a var file, a variable's default, a local, a module's argument), `related` is where it is used.
 */
export function placeOf(
  value: Value,
  path: Path,
): { readonly primary: Place | null; readonly related: Place | null } {
  let at: Value = value;
  let primary: Site | null = value.site;
  let used: Site | null = null;
  const moveTo = (site: Site | null, entry: Site | null) => {
    if (entry !== null) primary = entry;
    if (site === null) return;
    if (entry === null || !contains(entry, site)) {
      if (used === null && primary !== null && !contains(primary, site)) used = primary;
      primary = site;
    }
  };
  for (const step of path) {
    if (typeof step === "string" && at.kind === "list" && at.items.length === 1) at = at.items[0]!;
    if (at.kind === "object") {
      const entry = at.entries.get(String(step));
      if (entry === undefined) break;
      moveTo(writtenAt(entry.value), entry.site);
      at = entry.value;
    } else if (at.kind === "list") {
      const item = at.items[Number(step)];
      if (item === undefined) break;
      const site = writtenAt(item);
      // Repeated blocks: the first of them is not where the others are used.
      if (site !== null && "block" in site) primary = site;
      else moveTo(site, null);
      at = item;
    } else break;
  }
  return {
    primary: primary === null ? null : placeAt(primary),
    related: used === null ? null : placeAt(used),
  };
}

/** Where the value is written. The declaration of a variable without a value is no such place: it is wrong where it is used, if at all. */
function writtenAt(value: Value): Site | null {
  return value.kind === "unknown" && value.reason === NO_VALUE ? null : value.site;
}

/** Position in a file of an offset in a text's value (`textOf` joined with one character per unknown part). Null when nobody wrote it. */
export function positionIn(
  value: Value,
  offset: number,
): { readonly file: string; readonly position: Position } | null {
  if (value.kind === "unknown" && value.text !== undefined) {
    const part = partAt(value.text, offset);
    if (part !== null) return positionIn(part.value, part.offset);
    return value.site === null ? null : startOf(value.site);
  }
  const pieces = value.kind === "known" ? value.pieces : undefined;
  const piece = pieces?.findLast((one) => one.at <= offset) ?? pieces?.[0];
  const site = piece?.site ?? value.site;
  if (site === null || site === undefined) return null;
  if ("document" in site || value.kind !== "known") return startOf(site);
  const { source, start, end } = site;
  const quoted = source.text[start] === '"' ? 1 : 0;
  const at = Math.min(end, Math.max(start, start + quoted + offset - (piece?.at ?? 0)));
  return { file: source.file, position: source.lines.position(at) };
}

/** The text as one with offsets of its own, for what is read out of it: its places are those of the text. Null when nobody wrote it. */
export function sourceOf(text: Known): SourceText | null {
  const { site } = text;
  if (site === null || "document" in site) return null;
  if (site.source.text === text.value) return site.source;
  return new CutText(site.source.file, String(text.value), (offset) => positionIn(text, offset)?.position);
}

/**
 * Where the part of a text at an offset was written, when it was put into the text from elsewhere: a variable's default, a local, a
 * module's argument. Null for what stands in the text itself.
 */
export function writtenIn(value: Value, offset: number): Place | null {
  if (value.kind === "unknown" && value.text !== undefined) {
    const part = partAt(value.text, offset);
    return part && writtenIn(part.value, part.offset);
  }
  if (value.kind === "unknown")
    return value.site === null || writtenAt(value) === null ? null : placeAt(value.site);
  if (value.kind !== "known") return null;
  const piece = value.pieces?.findLast((one) => one.at <= offset);
  const from = value.pieces === undefined ? value.from : piece?.from;
  return from === undefined ? null : placeAt(from);
}

/** The part of a text that an offset falls into; parts that are not known are one character. */
function partAt<Part extends Value>(
  text: readonly Part[],
  offset: number,
): { readonly value: Part; readonly offset: number } | null {
  let at = 0;
  for (const value of text) {
    const length = value.kind === "known" ? String(value.value).length : 1;
    if (offset < at + length) return { value, offset: offset - at };
    at += length;
  }
  return null;
}

function startOf(site: Site): { readonly file: string; readonly position: Position } | null {
  const { file, range } = placeAt(site);
  return range === undefined ? null : { file, position: (range as Range).start };
}
