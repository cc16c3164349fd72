// A scalar of a YAML or JSON document as a text that knows where each of its characters stands in the file, whatever the scalar's
// style (literal, folded, quoted, plain). Takes the document's answers and the file's text; knows no hosts.
import type { DataDocument, Json } from "../../model/document.ts";
import type { LineIndex } from "../../model/line-index.ts";
import type { Path } from "../../model/place.ts";
import { buildMappedText, type MappedText } from "./mapped-text.ts";

type Style = "block" | "single" | "double" | "plain";

/** The value at `path` (numbers as written); null when no scalar stands there. Where the alignment fails, every offset leads to the scalar's start. */
export function scalarText(document: DataDocument, path: Path, lines: LineIndex): MappedText | null {
  const plain = valueAt(document.value, path);
  const value =
    typeof plain === "number" || typeof plain === "boolean"
      ? (document.sourceText(path) ?? String(plain))
      : plain;
  if (typeof value !== "string") return null;
  const { start, end } = document.locate(path);
  const from = lines.offset(start);
  const to = lines.offset(end);
  const found = contentStart(lines.text, from, to, document.sourceText(path) ?? "");
  const aligned = found === null ? null : align(lines.text, found.start, value, found.style);
  return aligned ?? { text: value, at: () => from, end: () => to };
}

function valueAt(root: Json, path: Path): Json | undefined {
  let value: Json | undefined = root;
  for (const step of path) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string | number, Json>>)[step];
  }
  return value;
}

/** Where the scalar's own text begins: at its end less its length, or one before that where a quote closes it. */
function contentStart(
  text: string,
  from: number,
  to: number,
  source: string,
): { readonly start: number; readonly style: Style } | null {
  const trimmed = source.trimEnd();
  const bare = to - trimmed.length;
  if (bare >= from && text.slice(bare, to) === trimmed) {
    const header = /(?:^|[\s:])[|>][-+0-9]{0,2}[ \t]*(?:[ \t]#.*)?\r?$/;
    const lead = bare - (/^[ \t]*$/.exec(text.slice(text.lastIndexOf("\n", bare - 1) + 1, bare)) ? 1 : 0);
    const start = text.lastIndexOf("\n", bare - 1) + 1;
    const lineBefore =
      text[bare - 1] === "\n" || lead < bare
        ? text.slice(text.lastIndexOf("\n", start - 2) + 1, Math.max(start - 1, 0))
        : "";
    const block = (text[bare - 1] === "\n" || lead < bare) && header.test(lineBefore);
    return block ? { start, style: "block" } : { start: bare, style: "plain" };
  }
  const quoted = to - 1 - source.length;
  if (quoted < from || text.slice(quoted, to - 1) !== source) return null;
  return { start: quoted, style: text[to - 1] === "'" ? "single" : "double" };
}

/** Walks value and source together. null where they do not go together. */
function align(text: string, start: number, value: string, style: Style): MappedText | null {
  const builder = buildMappedText(text);
  const indent = style === "block" ? blockIndent(text, start, value) : 0;
  let at = style === "block" ? skipIndent(text, start, indent) : start;
  let from = at;
  const flush = () => {
    if (at > from) builder.copy(from, at);
  };
  const put = (replacement: string, end: number) => {
    flush();
    builder.put(replacement, at, end);
    at = from = end;
  };
  const nextLine = (offset: number) =>
    style === "block" ? skipIndent(text, offset, indent) : skipBlank(text, offset);
  for (let index = 0; index < value.length; ) {
    const char = value[index]!;
    if (style === "double" && text[at] === "\\") {
      const newline = /^\\\r?\n/.exec(text.slice(at, at + 3))?.[0];
      if (newline !== undefined) {
        flush();
        at = from = skipBlank(text, at + newline.length);
        continue;
      }
      const units = escapeLength(text, at);
      // Two units of the value where the escape stands for a character beyond the first plane.
      const written = text[at + 1] === "U" && value.codePointAt(index)! > 0xffff ? 2 : 1;
      put(value.slice(index, index + written), at + units);
      index += written;
      continue;
    }
    if (style === "single" && char === "'" && text.startsWith("''", at)) {
      put("'", at + 2);
      index++;
      continue;
    }
    const line = lineBreak(text, at, style === "block");
    if (
      (char === "\n" || char === " ") &&
      line !== 0 &&
      !(char === " " && text[at] === " " && style === "block")
    ) {
      put(char, nextLine(at + line));
      index++;
      if (value[index] === "\n") continue;
      // Of several line breaks in folded text, one is not in the value.
      for (
        let more = lineBreak(text, at, true);
        more !== 0 && index < value.length;
        more = lineBreak(text, at, true)
      )
        at = from = nextLine(at + more);
      continue;
    }
    if (char === text[at]) {
      at++;
      index++;
      continue;
    }
    if (line !== 0) {
      flush();
      at = from = nextLine(at + line);
      continue;
    }
    if (char === "\n" && index === value.length - 1) {
      put("\n", at);
      index++;
      continue;
    }
    return null;
  }
  flush();
  const done = builder.done();
  return done.text === value ? done : null;
}

/** Length of a line break at the offset, blanks before it included unless `exact`; 0 when there is none. */
function lineBreak(text: string, at: number, exact: boolean): number {
  const end = exact ? at : skipBlank(text, at);
  if (text[end] === "\n") return end + 1 - at;
  return text[end] === "\r" && text[end + 1] === "\n" ? end + 2 - at : 0;
}

function skipBlank(text: string, at: number): number {
  let end = at;
  while (text[end] === " " || text[end] === "\t") end++;
  return end;
}

function skipIndent(text: string, at: number, indent: number): number {
  let end = at;
  while (end < at + indent && text[end] === " ") end++;
  return end;
}

/** Columns that the block's lines lose: what the first line with content has in the file and not in the value. */
function blockIndent(text: string, start: number, value: string): number {
  const inFile = /^(?:[ \t]*\r?\n)*( *)/.exec(text.slice(start, start + 10_000))?.[1]?.length ?? 0;
  const inValue = /^\n*(?: *\n)*( *)/.exec(value)?.[1]?.length ?? 0;
  return Math.max(0, inFile - inValue);
}

function escapeLength(text: string, at: number): number {
  const kind = text[at + 1];
  return kind === "x" ? 4 : kind === "u" ? 6 : kind === "U" ? 10 : 2;
}
