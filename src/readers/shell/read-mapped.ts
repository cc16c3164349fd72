// A script that was cut out of a file: takes the text with its places in the file, masked and not, gives the ScriptDocument.
import type { LineIndex } from "../../model/line-index.ts";
import type { GrammarParser } from "../tree-sitter.ts";
import { type MappedText, originalSpan } from "./mapped-text.ts";
import { readShell, type ShellResult } from "./read.ts";

export type MappedScript = {
  readonly file: string;
  readonly host: string;
  /** As it stands in the file. */
  readonly plain: MappedText;
  /** As the shell is given it. */
  readonly masked: MappedText;
  /** Of the whole file. */
  readonly lines: LineIndex;
  /** The text does not stand in the file as it is: words are then shown as decoded. */
  readonly decoded?: boolean;
  readonly variables?: Readonly<Record<string, string | null>>;
  readonly ephemeral?: boolean;
};

export function readMapped(script: MappedScript, bash: GrammarParser): ShellResult {
  const { file, host, plain, masked, lines, decoded, variables, ephemeral } = script;
  return readShell(
    {
      file,
      host,
      text: masked.text,
      display: plain.text,
      map: (offset) => lines.position(masked.at(offset)),
      mapEnd: (offset) => lines.position(offset === 0 ? masked.at(0) : masked.end(offset - 1)),
      ...(decoded
        ? {}
        : { source: (start: number, end: number) => lines.text.slice(...originalSpan(masked, start, end)) }),
      ...(variables === undefined ? {} : { variables }),
      ...(ephemeral === undefined ? {} : { ephemeral }),
    },
    bash,
  );
}
