// Statements and matching rules in `oci iam` commands: given inline, or in a file that the command names and a heredoc may write. Takes a
// command, gives the entries at their places and the files. Parses none of them.
import type { Command, StatementText } from "../../model/document.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Position } from "../../model/place.ts";
import { readYamlText } from "../yaml/read.ts";
import { statementsInData } from "./data.ts";
import { filledWord } from "./filled-word.ts";

export type CommandStatements = {
  readonly texts: readonly StatementText[];
  /** Files whose lists of statements the command sends, as it names them. */
  readonly files: readonly string[];
};

/** Characters of the source that may stand between two of the value: quotes, backslashes, the rest of an expansion. */
const LOOK_AHEAD = 64;

type Argument = Command["args"][number];
/** `skip`: characters of the word before the value. */
type Option = Argument & { readonly skip: number };

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
  const given =
    option(command, kind === "statement" ? "--statements" : "--matching-rule") ??
    option(command, "--from-json");
  const named = (name: string) => option(command, name)?.value ?? undefined;
  const [name, compartment] = [named("--name"), named("--compartment-id") ?? named("-c")];
  const { line, column } = command.range.start;
  const owner = {
    key: `${file}#${line}:${column}`,
    ...(name !== undefined && { name }),
    ...(compartment !== undefined && { compartment }),
  };
  const word = given && wordOf(given);
  if (!word) return nothing;
  const { text: value, position } = word;
  if (value.startsWith("file://")) return { texts: [], files: [value.slice("file://".length)] };
  if (kind === "matching-rule") return { texts: [textAt(file, value, position, { kind, owner })], files: [] };
  // Terminals of some systems want the list without quotes around it; what is no JSON is left alone.
  return { files: [], texts: textsIn(file, value, position, { kind, owner }) };
}

/** Statements in lists that the script writes to one of the files `named` by commands: `cat > statements.json <<EOF`. */
export function statementsInHeredoc(
  { heredoc, redirects }: Command,
  file: string,
  named: ReadonlySet<string>,
): readonly StatementText[] {
  if (heredoc?.at === undefined) return [];
  const written = redirects.some(({ operator, target, text }) => {
    const name = target ?? (text === undefined ? undefined : filledWord(text)?.text);
    return /^1?>[>|]?$/.test(operator) && name !== undefined && named.has(name);
  });
  if (!written) return [];
  const { line, column } = heredoc.range.start;
  return textsIn(file, heredoc.text, heredoc.at, { owner: { key: `${file}#${line}:${column}` } });
}

function textsIn(
  file: string,
  json: string,
  position: (offset: number) => Position,
  more: Pick<StatementText, "kind" | "owner">,
): readonly StatementText[] {
  const { documents } = readYamlText({ file, text: json, language: "json" });
  const lines = new LineIndex(json);
  return documents
    .flatMap((document) => statementsInData(document, lines, { named: true }))
    .map(({ kind, text, at }) =>
      textAt(file, text, (offset) => position(lines.offset(at(offset))), { ...(kind && { kind }), ...more }),
    );
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
function option({ args }: Command, name: string): Option | undefined {
  for (const [index, arg] of args.entries()) {
    const next = args[index + 1];
    if (arg.value === name) return next && { ...next, skip: 0 };
    if (!(arg.value ?? arg.text).startsWith(`${name}=`)) continue;
    const skip = name.length + 1;
    return { ...arg, value: arg.value === null ? null : arg.value.slice(skip), skip };
  }
  return undefined;
}

type Word = { readonly text: string; readonly position: (offset: number) => Position };

/** What the word says, with holes where the shell fills something in. */
function wordOf(given: Option): Word | null {
  if (given.value !== null) return { text: given.value, position: positionsIn(given.value, given) };
  const filled = filledWord(given.text);
  const position = placesIn(given);
  return (
    filled && {
      text: filled.text.slice(given.skip),
      position: (offset) => position(filled.at(offset + given.skip)),
    }
  );
}

/** Where the characters of a word's value stand: quotes and backslashes of the source are passed over. */
function positionsIn(value: string, given: Argument): (offset: number) => Position {
  const { text } = given;
  const offsets: number[] = [];
  let at = 0;
  for (const character of value) {
    const ahead = text.slice(at, at + LOOK_AHEAD).indexOf(character);
    const next = ahead === -1 ? -1 : at + ahead;
    at = next === -1 ? at : next;
    for (let unit = 0; unit < character.length; unit++) offsets.push(at + unit);
    if (next !== -1) at += character.length;
  }
  const position = placesIn(given);
  return (offset) => position(offsets[offset] ?? at);
}

/** By offsets in the word's source. */
function placesIn({ text, range }: Argument): (offset: number) => Position {
  const source = new LineIndex(text);
  return (offset) => {
    const { line, column } = source.position(offset);
    return line === 1
      ? { line: range.start.line, column: range.start.column + column - 1 }
      : { line: range.start.line + line - 1, column };
  };
}
