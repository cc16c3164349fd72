// What a script writes into variables: takes words and commands, gives names with values. Whether they last, `variables.ts` knows.
import type { Node } from "../tree-sitter.ts";
import type { FoundCommand } from "./found-command.ts";
import { type Heredoc, heredocValue } from "./heredoc.ts";
import { UNKNOWN } from "./mapped-text.ts";
import { ELEMENT, expandWords, wordValue } from "./values.ts";
import type { ScriptVariables } from "./variables.ts";
import { type KnownEnds, readSimpleCommand, type Word } from "./words.ts";

/** Heredocs of the text by the offset of their marker. */
export type Bodies = ReadonlyMap<number, Heredoc>;

/** `NAME=$(cat <<EOF`, up to the marker. */
const OF_HEREDOC = /^\$\(\s*cat\s*<<-?[ \t]*(?=["'\\]?\w)/;
/** Longer values are unknown. */
const MAX_BODY = 10_000;

/** `name=value`, `name+=value`, `name[i]=value`, `name=(…)`; null for a word that assigns nothing. */
export function readAssignment(
  word: Word,
  text: string,
  ends: KnownEnds,
  variables: ScriptVariables,
  bodies: Bodies = NO_BODIES,
): { readonly name: string; readonly value: string } | null {
  const first = word.parts[0];
  if (first?.kind !== "literal" || first.quoted) return null;
  const head = /^([A-Za-z_]\w*)(\[[^\]]*\])?(\+?)=/.exec(first.value);
  if (head === null) return null;
  const name = head[1]!;
  if (head[2] !== undefined) return { name, value: UNKNOWN };
  const second = word.parts[1];
  const isArray = second?.kind === "substitution" && text[second.start] === "(";
  const body = word.parts.length === 2 && second !== undefined ? bodyIn(second, text, bodies) : undefined;
  const value =
    body !== undefined
      ? body
      : isArray
        ? readArray(text, second.start + 1, second.end - 1, ends, variables)
        : wordValue(
            {
              ...word,
              parts: [{ ...first, value: first.value.slice(head[0].length) }, ...word.parts.slice(1)],
            },
            variables,
          );
  if (head[3] === "") return { name, value };
  const before = variables.get(name) ?? UNKNOWN;
  return { name, value: before === "" ? value : before + (isArray ? ELEMENT : "") + value };
}

const NO_BODIES: Bodies = new Map();

/** The text that `$(cat <<EOF …)` gives; nothing where more is done to it. */
function bodyIn({ start, end }: Word["parts"][number], text: string, bodies: Bodies): string | undefined {
  const head = OF_HEREDOC.exec(text.slice(start, Math.min(end, start + 200)))?.[0];
  const heredoc = head === undefined ? undefined : bodies.get(start + head.length);
  if (heredoc === undefined || heredoc.end - heredoc.start > MAX_BODY) return undefined;
  // Behind the marker the line ends, and behind the closing marker the substitution.
  if (!/^["'\\]?\w+["']?[ \t]*\n$/.test(text.slice(start + head!.length, heredoc.start))) return undefined;
  return /^[ \t]*\w+\s*\)$/.test(text.slice(heredoc.end, end)) ? heredocValue(text, heredoc) : undefined;
}

function readArray(
  text: string,
  start: number,
  end: number,
  ends: KnownEnds,
  variables: ScriptVariables,
): string {
  const inside = text.slice(0, end);
  const words: Word[] = [];
  for (let at = start; at < end; ) {
    const line = readSimpleCommand(inside, at, ends, false);
    words.push(...line.words);
    at = Math.max(line.after, at + 1);
  }
  return expandWords(words, variables)
    .map(({ value }) => value)
    .join(ELEMENT);
}

/** What a loop assigns anywhere inside it. */
export function assignedNames(loop: Node): string[] {
  const names: string[] = [];
  for (const node of loop.descendantsOfType(["variable_assignment", "for_statement"])) {
    const name = node?.namedChildren[0]?.text;
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** `read x`, `mapfile x`, `printf -v x`: afterwards the names are unknown. */
export function forget({ args }: FoundCommand, variables: ScriptVariables): void {
  const program = args[0]?.value ?? "";
  if (!/^(?:read|mapfile|readarray|getopts|printf)$/.test(program)) return;
  const names = program === "printf" ? (args[1]?.value === "-v" ? args.slice(2, 3) : []) : args.slice(1);
  for (const { value } of names) if (/^[A-Za-z_]\w*$/.test(value)) variables.set(value, UNKNOWN);
}
