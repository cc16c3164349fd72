// Takes a text file of statements and matching rules, gives its entries with their offsets. Looks at lines and braces only.
import { CONTINUATION } from "../../model/statement-line.ts";

/** `text` is as long as the file's text from `start` on: what is not part of the entry was replaced by spaces. */
export type SplitEntry = { readonly text: string; readonly start: number };

const beginning = /^(?:allow|deny|define|endorse|admit)\s/i;
const ruleBeginning = /^(?:(?:any|all)\s*\{|(?:instance|resource|tag)\.)/i;
/** What people put before a statement in a list: a dash, a star, a number; an opening quote. */
const bullet = /^(?:[-*•]|\d{1,4}[.)])\s+(?=\S)/;

/**
 * One entry per line that is neither blank nor a comment (`#`, `//`). An entry goes on on the next line while its braces are
 * open, unless that line begins a statement, or a matching rule where the line before cannot go on: so a brace that was
 * forgotten costs one entry, not the rest of the file. A statement also goes on on a line right below that begins with its
 * `to …`, `in …` or `where …`. A comment behind an entry is left out.
 */
export function splitEntries(text: string): SplitEntry[] {
  const entries: SplitEntry[] = [];
  let parts: string[] = [];
  let start = 0;
  let depth = 0;
  let inRule = false;
  let goesOn = false;
  /** The line before belongs to an entry. */
  let isBelow = false;
  const finish = () => {
    if (parts.length > 0) entries.push({ text: parts.join("").trimEnd(), start });
    parts = [];
    depth = 0;
  };
  for (let from = 0; from < text.length; ) {
    const lineBreak = text.indexOf("\n", from);
    const next = lineBreak === -1 ? text.length : lineBreak + 1;
    const continues = isBelow && depth === 0 && goesOnAt(text, from, next);
    const whole = depth === 0 && !continues ? oneLine(text, from, next) : undefined;
    if (whole !== undefined) {
      finish();
      entries.push(whole);
      from = next;
      isBelow = true;
      continue;
    }
    const line = readLine(text.slice(from, next));
    isBelow = line.text !== "";
    const above = continues && parts.length === 0 ? entries.pop() : undefined;
    if (above !== undefined) {
      start = above.start;
      parts.push(above.text, " ".repeat(from - start - above.text.length));
    }
    if (line.text === "") {
      if (parts.length > 0) parts.push(" ".repeat(next - from));
    } else {
      const rule = ruleBeginning.test(line.text);
      if ((depth === 0 && !continues) || line.begins || (inRule && rule && !goesOn)) finish();
      goesOn = /[{,(=]$/.test(line.text);
      if (parts.length === 0) {
        inRule = rule;
        start = from + line.indent;
        parts.push(line.text);
      } else parts.push(" ".repeat(line.indent), line.text);
      parts.push(" ".repeat(next - from - line.indent - line.text.length));
      depth = Math.max(0, depth + line.braces);
    }
    from = next;
  }
  finish();
  return entries;
}

/** Whether the line goes on with the statement above it. Most lines begin with another letter. */
function goesOnAt(text: string, from: number, next: number): boolean {
  let start = from;
  while (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 9) start++;
  return start < next && /[wit]/i.test(text[start]!) && CONTINUATION.test(text.slice(start, next));
}

/** What most lines are: an entry as it stands, without bullet, quotes around it or an open brace. */
function oneLine(text: string, from: number, next: number): SplitEntry | undefined {
  let start = from;
  while (text.charCodeAt(start) === 32) start++;
  const letter = text.charCodeAt(start) | 32;
  if (start >= next || letter < 97 || letter > 122) return undefined;
  const line = text.slice(start, next).trimEnd();
  const { braces, end } = scan(line);
  if (braces > 0) return undefined;
  return { text: end === line.length ? line : line.slice(0, end).trimEnd(), start };
}

type Line = {
  /** Without indentation, bullet, wrapping quotes and trailing comment; empty for nothing but those. */
  readonly text: string;
  readonly indent: number;
  /** Braces opened less braces closed, outside quotes. */
  readonly braces: number;
  readonly begins: boolean;
};

function readLine(line: string): Line {
  let indent = line.length - line.replace(/^[\s\uFEFF]+/, "").length;
  let text = line.slice(indent).trimEnd();
  if (text.startsWith("#") || text.startsWith("//")) text = "";
  const mark = bullet.exec(text)?.[0].length ?? 0;
  if (mark > 0 && beginning.test(text.slice(mark).replace(/^["'`]/, ""))) {
    indent += mark;
    text = text.slice(mark);
  }
  const wrap = text[0];
  if ((wrap === '"' || wrap === "'" || wrap === "`") && beginning.test(text.slice(1))) {
    const inner = text.slice(1).replace(/,$/, "");
    if (inner.endsWith(wrap)) {
      indent++;
      text = inner.slice(0, -1);
    }
  }
  const { braces, end } = scan(text);
  return { text: text.slice(0, end).trimEnd(), indent, braces, begins: beginning.test(text) };
}

/** Counts braces outside quotes, and finds where a comment behind the entry begins. */
function scan(text: string): { readonly braces: number; readonly end: number } {
  let braces = 0;
  let quote = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === 92) at++;
      else if (code === quote) quote = 0;
    } else if (code === 39 || code === 34) {
      // An apostrophe without a second one opens nothing.
      if (text.indexOf(String.fromCharCode(code), at + 1) !== -1) quote = code;
    } else if (code === 123) braces++;
    else if (code === 125) braces--;
    else if ((code === 35 || (code === 47 && text.charCodeAt(at + 1) === 47)) && isComment(text, at)) {
      return { braces, end: at };
    }
  }
  return { braces, end: text.length };
}

/** A `#` or `//` after a space and before one, or before the end. */
function isComment(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (at === 0 || (before !== 32 && before !== 9)) return false;
  const after = text[at + (text[at] === "#" ? 1 : 2)];
  return after === undefined || after === " " || after === "\t";
}
