// Statements and matching rules in texts of their own: a source in the language, or the fenced blocks of a Markdown file. Takes a
// source, gives one document with the entries at their places. Parses none of them.
import type { Comment, StatementsDocument, StatementText } from "../../model/document.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Source } from "../../model/source.ts";
import { splitEntries } from "./split.ts";

/** A comment that says this word is kept, all others are nobody's business. */
const commentMark = "oke-policy";

/** Reads `.policy`, `.iam` and text files that hold one entry per line. */
export function readStatements({ file, text }: Pick<Source, "file" | "text">): StatementsDocument {
  const lines = new LineIndex(text);
  return {
    format: "iam",
    file,
    comments: comments(text, lines),
    statements: entriesOf(file, text, 0, lines),
  };
}

/** Reads the fenced blocks of a Markdown file whose first entry begins as a statement or a matching rule does. */
export function readStatementBlocks({
  file,
  text,
}: Pick<Source, "file" | "text">): StatementsDocument | null {
  const lines = new LineIndex(text);
  const statements = fencedBlocks(text).flatMap(({ start, end }) => {
    const entries = entriesOf(file, text.slice(start, end), start, lines);
    return entries.some((entry) => beginsAsEntry(entry.text)) ? entries : [];
  });
  return statements.length === 0 ? null : { format: "iam", file, comments: [], statements };
}

/** The entries of a text that stands at `from` in the file. */
export function entriesOf(file: string, text: string, from: number, lines: LineIndex): StatementText[] {
  return splitEntries(text).map((entry) => new EntryText(entry.text, file, lines, from + entry.start));
}

/** Looks its lines up when it is asked: of a hundred thousand entries a few are reported. */
class EntryText implements StatementText {
  readonly text: string;
  readonly #file: string;
  readonly #lines: LineIndex;
  readonly #start: number;

  constructor(text: string, file: string, lines: LineIndex, start: number) {
    this.text = text;
    this.#file = file;
    this.#lines = lines;
    this.#start = start;
  }

  get at(): StatementText["at"] {
    return (offset) => this.#lines.position(this.#start + offset);
  }

  get place(): StatementText["place"] {
    const range = this.#lines.range([this.#start, this.#start + this.text.length]);
    return { file: this.#file, range };
  }
}

const entryStart =
  /^\s*(?:(?:allow|deny)\s+(?:any-|group|dynamic-group|service|resource|[$%<{'"])|(?:endorse|admit|define)\s+\S+\s+\S|deny\s+(?:endorse|admit)\s|(?:all|any)\s*\{[^}]{0,300}?\b(?:instance|resource|tag)\.|(?:instance|resource)\.[\w.]+\s*!?=|tag\.[^\s=]+\.value\b)/i;

/** Whether a text begins as a statement or a matching rule does: enough to tell a list of them from other lists. */
export function beginsAsEntry(text: string): boolean {
  return entryStart.test(text);
}

type Block = { readonly start: number; readonly end: number };

/** What stands between fences of three backticks or tildes and more; an open one ends with the file. */
function fencedBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { readonly fence: string; readonly start: number } | undefined;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf("\n", from);
    const next = newline === -1 ? text.length : newline + 1;
    const fence = /^[ \t>]*(`{3,}|~{3,})/.exec(text.slice(from, Math.min(next, from + 200)))?.[1];
    if (open === undefined) {
      if (fence !== undefined) open = { fence, start: next };
    } else if (fence?.startsWith(open.fence)) {
      blocks.push({ start: open.start, end: from });
      open = undefined;
    }
    from = next;
  }
  if (open !== undefined) blocks.push({ start: open.start, end: text.length });
  return blocks;
}

/** A `#` or `//` at the start of a line or after white space, with the mark behind it. */
function comments(text: string, lines: LineIndex): Comment[] {
  const found: Comment[] = [];
  for (let mark = text.indexOf(commentMark); mark !== -1; ) {
    const lineStart = text.lastIndexOf("\n", mark) + 1;
    const newline = text.indexOf("\n", mark);
    const lineEnd = newline === -1 ? text.length : newline;
    const before = /(^|\s)(#|\/\/)[ \t]*$/.exec(text.slice(lineStart, mark));
    if (before !== null) {
      const start = lineStart + before.index + before[1]!.length;
      const end = lineStart + text.slice(lineStart, lineEnd).trimEnd().length;
      found.push({
        text: text.slice(start + before[2]!.length, end).trim(),
        range: lines.range([start, end]),
        alone: text.slice(lineStart, start).trim() === "",
      });
    }
    mark = text.indexOf(commentMark, lineEnd);
  }
  return found;
}
