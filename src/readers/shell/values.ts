// What words mean: takes words and the variables known so far, gives arguments. A value that cannot be known holds UNKNOWN inside.
import { UNKNOWN } from "./mapped-text.ts";
import type { Word, WordPart } from "./words.ts";

/** Between the elements of an array variable's value. */
export const ELEMENT = "\uE002";

/** Values by name; UNKNOWN stands for what cannot be known. Absent: never assigned here. */
export type Variables = { readonly get: (name: string) => string | undefined };

/** One argument. Offsets are those of the word it came from (a word that expands to several gives them all the same). */
export type Argument = { readonly value: string; readonly word: Word };

/** Longer values are unknown: doubling a variable in each line must not fill the memory. */
const MAX_VALUE = 10_000;

/** The arguments that the words give after expansion and splitting. */
export function expandWords(words: readonly Word[], variables: Variables): Argument[] {
  const values: Argument[] = [];
  for (const word of words) for (const value of expandWord(word, variables)) values.push({ value, word });
  return values;
}

/** One value, without splitting: assignments, redirect targets. */
export function wordValue(word: Word, variables: Variables): string {
  return bounded(word.parts.map((part) => partValue(part, variables)).join(""));
}

export function known(value: string): string | null {
  return value.includes(UNKNOWN) || value.includes(ELEMENT) ? null : value;
}

function expandWord(word: Word, variables: Variables): string[] {
  const results: string[] = [];
  let current = "";
  // A word of nothing but empty, unquoted variables vanishes; quotes keep it.
  let exists = false;
  for (const part of word.parts) {
    const value = partValue(part, variables);
    const separator = part.kind === "variable" ? splitter(part) : null;
    if (separator === null) {
      current += value;
      exists ||= value !== "" || part.kind === "literal";
      continue;
    }
    const pieces = value.split(separator);
    pieces.forEach((piece, index) => {
      if (index > 0) {
        if (exists) results.push(current);
        current = "";
        exists = false;
      }
      current += piece;
      exists ||= piece !== "" || (part.kind === "variable" && part.quoted);
    });
  }
  if (exists) results.push(current);
  return results.map(bounded);
}

/** At what an expansion is split into several arguments. */
function splitter(part: WordPart & { kind: "variable" }): RegExp | null {
  if (part.operation === "[@]" || (part.operation === "[*]" && !part.quoted)) return /\uE002/;
  return part.quoted ? null : /[ \t\n\uE002]+/;
}

function partValue(part: WordPart, variables: Variables): string {
  if (part.kind === "literal") return part.value;
  if (part.kind === "substitution") return UNKNOWN;
  const value = variables.get(part.name);
  if (value === undefined) return UNKNOWN;
  if (part.operation === "[@]" || part.operation === "[*]") return value;
  const first = value.split(ELEMENT, 1)[0]!;
  if (part.operation === "") return first;
  // A default is not used when there is a value.
  return /^:?[-=?]/.test(part.operation) && first !== "" ? first : UNKNOWN;
}

function bounded(value: string): string {
  return value.length > MAX_VALUE ? UNKNOWN : value;
}
