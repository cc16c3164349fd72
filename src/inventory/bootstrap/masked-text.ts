// The text of a bootstrap script with everything that somebody else fills in masked. Takes the text, gives it at the same length, with
// what each hole stands for; variables that the text itself sets are looked up. Runs nothing.
import { expansionEnd } from "../../readers/shell/words.ts";

/** Stands, as often as needed to keep offsets, for what is filled in. */
export const HOLE = "\uE000";

export type MaskedText = {
  readonly text: string;
  /** As written, without comments: what stands in `$(…)` is run as well. */
  readonly plain: string;
  /** What the hole that begins at an offset stands for, as written. */
  readonly holeAt: (offset: number) => string | undefined;
};

const TEMPLATE = /\{\{[^{}\n]*\}\}/y;
/** Comments, and what is only shown to people. */
const COMMENT = /^[ \t]*#(?!!|cloud-config)[^\n]*/gm;
// Bounded: a line of millions of characters would exhaust the stack of the pattern.
const SHOWN = /^[ \t]*(?:echo|printf)[ \t](?:"(?:[^"\\\n]|\\.){0,10000}"|'[^'\n]*'|[^\n"'>|]){0,10000}$/gm;

/** `holes`: what each HOLE that stands in the text already is, in order. */
export function maskText(text: string, holes: readonly string[] = []): MaskedText {
  const found = new Map<number, string>();
  let masked = "";
  let given = 0;
  let quoted = false;
  for (let at = 0; at < text.length; ) {
    const char = text[at]!;
    let end = at + 1;
    if (char === HOLE) found.set(at, holes[given++] ?? "");
    else if (char === "'") quoted = !quoted && !/\w/.test(text[at - 1] ?? "");
    else if (char === "\n") quoted = false;
    else if ((char === "$" && !quoted) || (char === "`" && !quoted)) {
      end = Math.max(expansionEnd(text, at), at + 1);
      if (end - at > 1) found.set(at, text.slice(at, end));
    } else if (char === "{") {
      TEMPLATE.lastIndex = at;
      const match = TEMPLATE.exec(text);
      if (match) {
        end = at + match[0].length;
        found.set(at, match[0]);
      }
    }
    masked += found.has(at) ? HOLE.repeat(end - at) : text.slice(at, end);
    at = end;
  }
  const blank = (part: string) => " ".repeat(part.length);
  const uncommented = (part: string) => part.replace(COMMENT, blank).replace(SHOWN, blank);
  return { text: uncommented(masked), plain: uncommented(text), holeAt: (offset) => found.get(offset) };
}

export type FoundWord = {
  /** Absent where it is not known. */
  readonly value?: string;
  /** What it comes from, where it is not known: an expression or a variable. */
  readonly from?: string;
  readonly start: number;
  readonly end: number;
};

const WORD = /"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|([^\s"',;|&\]>]+)/y;
const MAX_STEPS = 4;

/** The word at an offset; a variable that the text sets itself is looked up. */
export function wordAt(masked: MaskedText, offset: number): FoundWord | undefined {
  WORD.lastIndex = offset;
  const match = WORD.exec(masked.text);
  if (!match) return undefined;
  const [whole, double, single, bare] = match;
  const quote = bare === undefined ? 1 : 0;
  const text = double ?? single ?? bare ?? "";
  const start = offset + quote;
  return { ...wordValue(masked, text, start, 0), start: offset, end: offset + whole.length };
}

function wordValue(
  masked: MaskedText,
  text: string,
  start: number,
  step: number,
): { value?: string; from?: string } {
  const at = text.indexOf(HOLE);
  if (at === -1) return { value: text.replace(/\\(["\\$`])/g, "$1") };
  const from = masked.holeAt(start + at) ?? "";
  const rest = text.replaceAll(HOLE, "");
  const name = /^\$\{?(\w+)\}?$/.exec(from)?.[1];
  const set = name === undefined || step >= MAX_STEPS ? undefined : assignment(masked, name, start);
  if (set === undefined)
    return {
      from: text.startsWith(HOLE) && rest === "" ? from : `${text.slice(0, at)}${from}${rest.slice(at)}`,
    };
  const inner = wordValue(masked, set.text, set.start, step + 1);
  if (inner.value !== undefined) return { value: `${text.slice(0, at)}${inner.value}${rest.slice(at)}` };
  return rest === "" ? inner : { from: `${text.slice(0, at)}${inner.from ?? ""}${rest.slice(at)}` };
}

/** `NAME=value`, the last one before an offset. */
function assignment(
  { text }: MaskedText,
  name: string,
  before: number,
): { readonly text: string; readonly start: number } | undefined {
  const pattern = new RegExp(
    `(?:^|[\\n;])[ \\t]*(?:export[ \\t]+|readonly[ \\t]+)?${name}=("([^"\\n]*)"|'([^'\\n]*)'|[^\\s"';]*)`,
    "g",
  );
  const match = [...text.matchAll(pattern)].findLast(({ index }) => index < before);
  if (!match) return undefined;
  const [whole, word, double, single] = match;
  const start =
    match.index + whole.length - word!.length + (double === undefined && single === undefined ? 0 : 1);
  return { text: double ?? single ?? word!, start };
}
