// Draws the source lines of a finding with carets under its range. Takes lines as they stand in the file, gives lines fit for a
// terminal: nothing invisible, tabs as spaces, long lines cut around the range.
import type { Range } from "../model/place.ts";
import { visible } from "./escape.ts";

/** Columns of source shown at most; minified files have one line of a megabyte. */
const maxWidth = 110;
/** Columns kept before the range when a line is cut. */
const lead = 30;
const maxLines = 3;

export type ExcerptLine = { readonly number: number | null; readonly text: string; readonly marks: boolean };

/** `lines[0]` is the line that the range starts on. The carets follow the first line. */
export function excerptLines(lines: readonly string[], range: Range): readonly ExcerptLine[] {
  const first = lines[0];
  if (first === undefined || first.trim() === "") return [];
  const { start, end } = range;
  // The line may have been cut before it came here.
  if (start.column > first.length + 1 || (start.column === first.length + 1 && first.endsWith("…")))
    return [];
  const from = Math.min(start.column - 1, first.trimEnd().length);
  const to = end.line > start.line ? first.trimEnd().length : Math.min(end.column - 1, first.length);
  const cut = from > maxWidth - lead ? from - lead : 0;
  const before = (cut > 0 ? "…" : "") + shown(first.slice(cut, from));
  const marked = shown(first.slice(from, Math.min(to, cut + maxWidth)));
  const drawn: ExcerptLine[] = [
    { number: start.line, text: windowed(first, cut), marks: false },
    { number: null, text: " ".repeat(width(before)) + "^".repeat(Math.max(1, width(marked))), marks: true },
  ];
  const last = Math.min(lines.length - 1, end.line - start.line, maxLines - 1);
  for (let at = 1; at <= last; at += 1) {
    drawn.push({ number: start.line + at, text: windowed(lines[at] ?? "", 0), marks: false });
  }
  return drawn;
}

/** The part of a line that is shown, with an ellipsis where it was cut. */
function windowed(line: string, cut: number): string {
  const text = shown(line.slice(cut, cut + maxWidth).trimEnd());
  return `${cut > 0 ? "…" : ""}${text}${line.trimEnd().length > cut + maxWidth ? "…" : ""}`;
}

function shown(text: string): string {
  return visible(text.replaceAll("\t", "    "));
}

/** Columns on a terminal: East Asian wide characters and emoji take two, combining marks none. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/^\p{M}$/u.test(character)) continue;
    columns += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  }
  return columns;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
