// Literal text of templates: escapes, `~` markers, heredoc indentation. Takes source ranges, gives text parts. Knows no expressions.
import type { HclExpression, HclTemplatePart, HclText } from "../../model/hcl.ts";
import type { Node } from "../tree-sitter.ts";

const QUOTED_ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))|([$%])\4\{/gs;
const HEREDOC_ESCAPE = /([$%])\1\{/g;
const SIMPLE: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The text of a quoted string from its source between the quotes. */
export function unescapeQuoted(source: string): string {
  if (!/[\\$%]/.test(source)) return source;
  return source.replace(QUOTED_ESCAPE, (_, short?: string, long?: string, simple?: string, sign?: string) => {
    if (sign !== undefined) return `${sign}{`;
    if (simple !== undefined) return SIMPLE[simple] ?? simple;
    const code = Number.parseInt(short ?? long ?? "", 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}

/** Whether the neighbour on that side carries a `~` marker. */
export type Trim = { readonly left: boolean; readonly right: boolean };

/** One part for the text of a quoted template from `start` to `end`; none when nothing is left of it. */
export function quotedText(source: string, start: number, end: number, trim: Trim): readonly HclText[] {
  let [from, to] = [start, end];
  if (trim.left) from += leadingTrim(source.slice(from, to));
  if (trim.right) to -= trailingTrim(source.slice(from, to));
  return from < to
    ? [{ kind: "text", text: unescapeQuoted(source.slice(from, to)), start: from, end: to }]
    : [];
}

/**
 * A part per line for the text of a heredoc from `start` to `end`, so that a line of the value can be found again in the file.
 * `indent` characters are taken off every line that begins in this text; `lineStart` says whether the first one does.
 */
export function heredocText(
  source: string,
  start: number,
  end: number,
  trim: Trim,
  indent: number,
  lineStart: boolean,
): readonly HclText[] {
  const parts: HclText[] = [];
  let [from, to] = [start, end];
  let begins = lineStart;
  if (trim.left) {
    const trimmed = leadingTrim(source.slice(from, to));
    if (trimmed > 0) begins = source[from + trimmed - 1] === "\n";
    from += trimmed;
  }
  if (trim.right) to -= trailingTrim(source.slice(from, to));
  while (from < to) {
    const newline = source.indexOf("\n", from);
    const next = newline === -1 || newline >= to ? to : newline + 1;
    let at = from;
    if (begins) while (at < next && at - from < indent && (source[at] === " " || source[at] === "\t")) at++;
    const line = source.slice(at, next);
    const plain = line.endsWith("\r\n") ? `${line.slice(0, -2)}\n` : line;
    if (plain !== "")
      parts.push({ kind: "text", text: plain.replace(HEREDOC_ESCAPE, "$1{"), start: at, end: next });
    from = next;
    begins = true;
  }
  return parts;
}

/** Characters that a marker on the left takes away: white space up to and including the first line break. */
function leadingTrim(text: string): number {
  return /^[^\S\n]*\n?/.exec(text)![0].length;
}

/** Characters that a marker on the right takes away: white space at the end of the last line, which may be only a line break. */
function trailingTrim(text: string): number {
  const lastLine = text.slice(text.lastIndexOf("\n", text.length - 2) + 1);
  return lastLine.length - lastLine.trimEnd().length;
}

export type TextParts = (
  source: string,
  start: number,
  end: number,
  trim: Trim,
) => readonly HclTemplatePart[];

export function isExpression(part: HclTemplatePart): part is HclExpression {
  return part.kind !== "text" && part.kind !== "template-for" && part.kind !== "template-if";
}

/** Whether the tag has a `~` directly after its opening (left) or before its closing (right). */
export function markerAt(tag: Node, side: "left" | "right"): boolean {
  const children = tag.children;
  return (side === "left" ? children[1] : children.at(-2))?.type === "strip_marker";
}
