// Statements and matching rules in `oci iam` commands: given inline, or in a file that the command names. Takes a command, gives the
// entries at their places and the files. Parses none of them.
import type { Command, StatementText } from "../../model/document.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Position } from "../../model/place.ts";
import { readYamlText } from "../yaml/read.ts";
import { statementsInData } from "./data.ts";

export type CommandStatements = {
  readonly texts: readonly StatementText[];
  /** Files whose lists of statements the command sends, as it names them. */
  readonly files: readonly string[];
};

/** Characters of the source that may stand between two of the value: quotes, backslashes, the rest of an expansion. */
const LOOK_AHEAD = 64;

type Argument = Command["args"][number];

const nothing: CommandStatements = { texts: [], files: [] };

export function statementsInCommand(command: Command, file: string): CommandStatements {
  if (command.program !== "oci" || command.args[0]?.value !== "iam") return nothing;
  const kind =
    command.args[1]?.value === "policy"
      ? "statement"
      : command.args[1]?.value === "dynamic-group"
        ? "matching-rule"
        : null;
  const verb = command.args[2]?.value;
  if (kind === null || (verb !== "create" && verb !== "update")) return nothing;
  const given = option(command, kind === "statement" ? "--statements" : "--matching-rule");
  const named = (name: string) => option(command, name)?.value ?? undefined;
  const [name, compartment] = [named("--name"), named("--compartment-id") ?? named("-c")];
  const { line, column } = command.range.start;
  const owner = {
    key: `${file}#${line}:${column}`,
    ...(name !== undefined && { name }),
    ...(compartment !== undefined && { compartment }),
  };
  if (given?.value == null) return nothing;
  const { value } = given;
  if (value.startsWith("file://")) return { texts: [], files: [value.slice("file://".length)] };
  const position = positionsIn(given);
  if (kind === "matching-rule") return { texts: [textAt(file, value, position, { kind, owner })], files: [] };
  // Terminals of some systems want the list without quotes around it; what is no JSON is left alone.
  const { documents } = readYamlText({ file, text: value, language: "json" });
  const lines = new LineIndex(value);
  const texts = documents.flatMap((document) => statementsInData(document, lines, { named: true }));
  return {
    files: [],
    texts: texts.map((text) =>
      textAt(file, text.text, (offset) => position(lines.offset(text.at(offset))), {
        kind: "statement",
        owner,
      }),
    ),
  };
}

function textAt(
  file: string,
  text: string,
  at: (offset: number) => Position,
  more: Pick<StatementText, "kind" | "owner">,
): StatementText {
  return { text, at, place: { file, range: { start: at(0), end: at(text.length) } }, ...more };
}

/** `--name value` and `--name=value`. */
function option({ args }: Command, name: string): Argument | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg.value === name) return args[index + 1];
    if (arg.value?.startsWith(`${name}=`)) return { ...arg, value: arg.value.slice(name.length + 1) };
  }
  return undefined;
}

/** Where the characters of a word's value stand: quotes and backslashes of the source are passed over. */
function positionsIn({ value, text, range }: Argument): (offset: number) => Position {
  const source = new LineIndex(text);
  const offsets: number[] = [];
  let at = 0;
  for (const character of value ?? "") {
    const ahead = text.slice(at, at + LOOK_AHEAD).indexOf(character);
    const next = ahead === -1 ? -1 : at + ahead;
    at = next === -1 ? at : next;
    for (let unit = 0; unit < character.length; unit++) offsets.push(at + unit);
    if (next !== -1) at += character.length;
  }
  return (offset) => {
    const { line, column } = source.position(offsets[offset] ?? at);
    return line === 1
      ? { line: range.start.line, column: range.start.column + column - 1 }
      : { line: range.start.line + line - 1, column };
  };
}
