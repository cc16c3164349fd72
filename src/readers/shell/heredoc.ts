// A heredoc's body: takes the tree's node for `<<EOF`, gives the whole lines that the program gets, by offsets. Knows no program.
import type { Node } from "../tree-sitter.ts";
import { UNKNOWN } from "./mapped-text.ts";
import { expansionEnd } from "./words.ts";

export type Heredoc = {
  readonly start: number;
  readonly end: number;
  /** The shell expands variables in it. */
  readonly expands: boolean;
  /** `<<-`: leading tabs are not part of it. */
  readonly tabs: boolean;
};

/** Adds what a `heredoc_redirect` of the tree announces to `bodies`, by the offset of the marker. */
export function readHeredoc(node: Node, text: string, bodies: Map<number, Heredoc>): void {
  let marker: Node | null = null;
  for (const child of node.children) {
    if (child === null) continue;
    if (child.type === "heredoc_start") marker = child;
    if (child.type !== "heredoc_end" || marker === null) continue;
    // The tree's body leaves out leading white space; whole lines are what the program gets.
    const line = text.indexOf("\n", headEnd(node, marker, child.startIndex));
    const start = line === -1 ? text.length : line + 1;
    const last =
      child.endIndex > child.startIndex ? text.lastIndexOf("\n", child.startIndex - 1) + 1 : text.length;
    const delimiter = text.slice(marker.startIndex, marker.endIndex);
    bodies.set(marker.startIndex, {
      start,
      end: Math.max(start, last),
      expands: !/['"\\]/.test(delimiter),
      tabs: text.startsWith("<<-", node.startIndex) || text.startsWith("-", marker.startIndex - 1),
    });
  }
}

/** The marker's line may go on behind it: with a string over several lines, a continued line. */
function headEnd(node: Node, marker: Node, limit: number): number {
  let end = marker.endIndex;
  for (const child of node.children) {
    if (child !== null && !child.type.startsWith("heredoc_") && child.endIndex < limit)
      end = Math.max(end, child.endIndex);
  }
  return end;
}

/** What a variable holds after `NAME=$(cat <<EOF …)`; UNKNOWN where the shell fills something in. */
export function heredocValue(text: string, { start, end, expands, tabs }: Heredoc): string {
  const body = text.slice(start, end).replace(/\n+$/, "");
  const lines = tabs ? body.replace(/^\t+/gm, "") : body;
  if (!expands || !/[$`\\]/.test(lines)) return lines;
  let value = "";
  for (let at = 0; at < lines.length; ) {
    const char = lines[at]!;
    if (char === "\\" && /[$`\\\n]/.test(lines[at + 1] ?? "")) {
      if (lines[at + 1] !== "\n") value += lines[at + 1];
      at += 2;
      continue;
    }
    const after = char === "$" || char === "`" ? expansionEnd(lines, at) : at;
    value += after > at ? UNKNOWN : char;
    at = Math.max(after, at + 1);
  }
  return value;
}
