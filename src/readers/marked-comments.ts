// Comments that speak to the product, where no grammar tells what is a comment: statements, bodies of heredocs, languages that scripts
// stand in. Takes text, gives comments at their places.
import { COMMENT_MARK } from "../model/comment-mark.ts";
import type { Comment } from "../model/document.ts";
import { LineIndex } from "../model/line-index.ts";

/** Begins a text over several lines in YAML: `patch: |-`, `- >`. */
const BLOCK = /(?:^|[:-])[ \t]+(?:[&!]\S+[ \t]+)*[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/;

/** Those in texts over several lines of YAML, such as a patch or a script: to YAML they are no comments. */
export function commentsInBlocks(text: string): readonly Comment[] {
  if (!text.includes(COMMENT_MARK)) return [];
  const lines = new LineIndex(text);
  const marked = markedComments(text, lines);
  const inside = marked.length === 0 ? new Set() : linesInBlocks(lines);
  return marked.filter(({ range }) => inside.has(range.start.line));
}

function linesInBlocks(lines: LineIndex): ReadonlySet<number> {
  const inside = new Set<number>();
  /** The lines that what follows may stand below, and whether that is then part of a text. */
  const open: { readonly indentation: number; readonly isText: boolean }[] = [];
  for (let number = 1; number <= lines.lineCount; number++) {
    const line = lines.line(number);
    const content = line.trimStart();
    if (content === "") continue;
    const indentation = line.length - content.length;
    while ((open.at(-1)?.indentation ?? -1) >= indentation) open.pop();
    const isText = open.at(-1)?.isText ?? false;
    if (isText) inside.add(number);
    open.push({ indentation, isText: isText || BLOCK.test(line) });
  }
  return inside;
}

/** A `#` or `//` at the start of a line or after white space, with the mark behind it. The text stands at `from` in the file. */
export function markedComments(text: string, lines: LineIndex, from = 0): Comment[] {
  const found: Comment[] = [];
  for (let mark = text.indexOf(COMMENT_MARK); mark !== -1; ) {
    const lineStart = text.lastIndexOf("\n", mark) + 1;
    const newline = text.indexOf("\n", mark);
    const lineEnd = newline === -1 ? text.length : newline;
    const before = /(^|\s)(#|\/\/)[ \t]*$/.exec(text.slice(lineStart, mark));
    if (before !== null) {
      const start = lineStart + before.index + before[1]!.length;
      const end = lineStart + text.slice(lineStart, lineEnd).trimEnd().length;
      found.push({
        text: text.slice(start + before[2]!.length, end).trim(),
        range: lines.range([from + start, from + end]),
        alone: text.slice(lineStart, start).trim() === "",
      });
    }
    mark = text.indexOf(COMMENT_MARK, lineEnd);
  }
  return found;
}
