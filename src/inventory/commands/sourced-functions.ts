// Functions that a script gets from a file that it reads in (`source lib/common.sh`) and that pass their arguments on: `kctl exec` is then
// `kubectl --context … exec`. Takes documents, gives them with such calls spelt out.
import { posix } from "node:path";
import type { Command, Document, ScriptDocument } from "../../model/document.ts";
import { own } from "../../model/own.ts";

/** The part of the word that names a file below some folder: `"$(dirname "$0")/../lib/common.sh"`. */
const NAMED = /(?:^|["'/}])((?:[\w.-]+\/)*[\w.-]+)["']?$/;

type Shorthands = NonNullable<ScriptDocument["shorthands"]>;

export function withSourcedFunctions(documents: readonly Document[]): readonly Document[] {
  const libraries = documents.filter(
    (document): document is ScriptDocument =>
      document.format === "shell" && document.host === "file" && document.shorthands !== undefined,
  );
  if (libraries.length === 0) return documents;
  return documents.map((document) => (document.format === "shell" ? spelt(document, libraries) : document));
}

function spelt(document: ScriptDocument, libraries: readonly ScriptDocument[]): ScriptDocument {
  const read = document.commands.flatMap((command) => sourced(command, document, libraries));
  if (read.length === 0) return document;
  const shorthands: Shorthands = Object.assign({}, ...read.map((library) => library.shorthands ?? {}));
  return { ...document, commands: document.commands.map((command) => expanded(command, shorthands)) };
}

/** The one file of the repository that may be meant. */
function sourced(
  { program, args }: Command,
  { file }: ScriptDocument,
  libraries: readonly ScriptDocument[],
): readonly ScriptDocument[] {
  if ((program !== "source" && program !== ".") || args[0] === undefined) return [];
  const name = NAMED.exec(args[0].text)?.[1]?.replace(/^(?:\.\.?\/)+/, "");
  if (name === undefined) return [];
  const found = libraries.filter((library) => library.file === name || library.file.endsWith(`/${name}`));
  const [beside] = found.filter((library) => library.file === posix.join(posix.dirname(file), name));
  if (beside !== undefined) return [beside];
  return found.length === 1 ? found : [];
}

function expanded(command: Command, shorthands: Shorthands): Command {
  const { program, args, range } = command;
  const shorthand = program === null ? undefined : own(shorthands, program);
  if (shorthand === undefined || args.length < shorthand.kept) return command;
  const [first = null, ...words] = shorthand.words;
  if (first === null) return command;
  const before = words.map((value): Command["args"][number] => ({
    value,
    text: value ?? `"\${${program}}"`,
    range,
  }));
  const dashDash = command.dashDash == null ? null : command.dashDash + before.length - shorthand.kept;
  return {
    ...command,
    program: first,
    args: [...before, ...args.slice(shorthand.kept)],
    ...(dashDash !== null && { dashDash }),
  };
}
