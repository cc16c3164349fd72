// Takes the comments of one file; gives the suppressions written in them and the lines they stand for. Judges no findings.
import type { Comment } from "../model/document.ts";
import { nearest } from "../model/nearest.ts";
import type { Range } from "../model/place.ts";

export type Suppression = {
  readonly rules: readonly string[];
  /** Empty when none was given: then nothing is suppressed. */
  readonly reason: string;
  readonly range: Range;
  /** The line it stands for: its own, or the one below a comment that stands alone. */
  readonly line: number;
};

/** `fault` says in a sentence what is wrong with a comment that was meant as a suppression. */
export type Misspelt = { readonly fault: string; readonly range: Range };

const directive = /oke-policy(:?)\s*([A-Za-z-]+)/i;
/** What stands before it: nothing, or the comment of another tool (`# tfsec:ignore:x # oke-policy: ignore[y] reason`). */
const before = /^[\s#/*;!-]*$|\s(?:#|\/\/)[ \t]*$/;
/** Words by which other tools suppress. */
const foreign = /^(?:ignore-|disable|suppress|skip)/;
const bracketed = /^\s*\[([^\]]*)\]/;

/** `oke-policy: ignore[rule-id, other-rule] reason`. Other words after `oke-policy:` are marks of other meaning. */
export function suppressionsIn(comments: readonly Comment[]): {
  readonly suppressions: readonly Suppression[];
  readonly misspelt: readonly Misspelt[];
} {
  const below = linesBelow(comments);
  const suppressions: Suppression[] = [];
  const misspelt: Misspelt[] = [];
  // A script inside another text is read twice, by its own reader and by that of the text.
  const seen = new Set<string>();
  const isNew = (line: number, words: string) => {
    const key = `${line} ${words}`;
    return !seen.has(key) && Boolean(seen.add(key));
  };
  for (const { text, range, alone: standsAlone } of comments) {
    const start = directive.exec(text);
    if (start === null || !before.test(text.slice(0, start.index))) continue;
    const [whole, colon, written = ""] = start;
    const word = written.toLowerCase();
    const rest = text.slice(start.index + whole.length);
    const fault = faultOf(colon !== "", word, rest);
    if (fault !== undefined && isNew(range.start.line, fault)) misspelt.push({ fault, range });
    if (colon === "" || word !== "ignore") continue;
    const list = bracketed.exec(rest);
    const rules = [...new Set((list?.[1] ?? "").split(",").map((rule) => rule.trim()))].filter(
      (rule) => rule !== "",
    );
    if (list === null || rules.length === 0) {
      const fault = "A suppression names its rules in brackets: oke-policy: ignore[rule-id] reason.";
      if (isNew(range.start.line, fault)) misspelt.push({ fault, range });
      continue;
    }
    if (!isNew(range.start.line, rules.join())) continue;
    const line = standsAlone ? below(range.end.line) : range.start.line;
    suppressions.push({ rules, reason: reasonIn(rest.slice(list[0].length)), range, line });
  }
  return { suppressions, misspelt };
}

/** What is wrong with the words before the brackets; nothing where they are right, or mean something else. */
function faultOf(hasColon: boolean, word: string, rest: string): string | undefined {
  if (!hasColon)
    return word === "ignore"
      ? "A colon is missing: a suppression reads oke-policy: ignore[rule-id] reason."
      : undefined;
  if (word === "ignore") return undefined;
  return nearest(word, ["ignore"]) !== undefined || foreign.test(word) || /^\s*[[(]/.test(rest)
    ? `"${word}" is not a word for suppressing; did you mean "ignore"?`
    : undefined;
}

/** Suppressions may be stacked: all of them stand for the first line below the stack. */
function linesBelow(comments: readonly Comment[]): (line: number) => number {
  const alone = comments.filter((comment) => comment.alone).map(({ range }) => range.start.line);
  const ends = new Map<number, number>();
  for (const line of alone.sort((a, b) => b - a)) ends.set(line, ends.get(line + 1) ?? line + 1);
  return (line) => ends.get(line + 1) ?? line + 1;
}

/** What follows the brackets, without the punctuation around it and the end of a block comment. */
function reasonIn(text: string): string {
  const reason = text.trim().replace(/^(?::|--?)(?=\s|$)/, "");
  return (reason.endsWith("*/") ? reason.slice(0, -2) : reason).trim();
}
