// One simple command as it stands in a script: its words and redirects by offset, its arguments with the values of that moment.
// Knows not what the program is.
import type { Heredoc } from "./heredoc.ts";
import type { Argument } from "./values.ts";
import type { SimpleCommand, Word } from "./words.ts";

export type FoundCommand = {
  readonly simple: SimpleCommand;
  /** The program first. Without the assignments before it. */
  readonly args: readonly Argument[];
  readonly env: Readonly<Record<string, string>>;
  readonly redirects: readonly {
    readonly operator: string;
    readonly target: string | null;
    readonly word: Word | null;
  }[];
  readonly heredoc: Heredoc | null;
  /** The function it stands in, and how many arguments that has put aside before; NaN when that depends. */
  readonly within: { readonly name: string; readonly kept: number } | null;
};

/** The command of a stretch of a text that begins at `base`, by offsets of the text. */
export function shifted(command: FoundCommand, base: number): FoundCommand {
  if (base === 0) return command;
  const move = <T extends { readonly start: number; readonly end: number }>(item: T): T => ({
    ...item,
    start: item.start + base,
    end: item.end + base,
  });
  const moveWord = (word: Word): Word => ({ ...move(word), parts: word.parts.map(move) });
  const words = new Map(command.args.map(({ word }) => [word, moveWord(word)]));
  return {
    ...command,
    simple: { ...move(command.simple), after: command.simple.after + base },
    args: command.args.map(({ value, word }) => ({ value, word: words.get(word)! })),
    redirects: command.redirects.map((redirect) => ({
      ...redirect,
      word: redirect.word === null ? null : moveWord(redirect.word),
    })),
    heredoc: command.heredoc === null ? null : move(command.heredoc),
  };
}
