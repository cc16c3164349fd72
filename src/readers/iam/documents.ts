// Statements and matching rules in texts of their own: a source in the language, or the fenced blocks of a Markdown file. Takes a
// source, gives one document with the entries at their places. Parses none of them.
import type { StatementsDocument, StatementText } from "../../model/document.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Source } from "../../model/source.ts";
import { markedComments } from "../marked-comments.ts";
import { splitEntries } from "./split.ts";

/** Reads `.policy`, `.iam` and text files that hold one entry per line. */
export function readStatements({ file, text }: Pick<Source, "file" | "text">): StatementsDocument {
  const lines = new LineIndex(text);
  return {
    format: "iam",
    file,
    comments: markedComments(text, lines),
    statements: entriesOf(file, text, 0, lines),
  };
}

/** Reads the fenced blocks of a Markdown file whose first entry begins as a statement or a matching rule does. */
export function readStatementBlocks({
  file,
  text,
}: Pick<Source, "file" | "text">): StatementsDocument | null {
  const lines = new LineIndex(text);
  const blocks = fencedBlocks(text)
    .map(({ start, end }) => ({ start, block: text.slice(start, end) }))
    .map(({ start, block }) => ({ start, block, entries: entriesOf(file, block, start, lines) }))
    .filter(({ entries }) => entries.some((entry) => beginsAsEntry(entry.text)));
  if (blocks.length === 0) return null;
  return {
    format: "iam",
    file,
    comments: blocks.flatMap(({ start, block }) => markedComments(block, lines, start)),
    statements: blocks.flatMap(({ entries }) => entries),
  };
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
