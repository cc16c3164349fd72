// Statements and matching rules in Terraform files and scripts, as `check` sees them. Takes the texts of named files, gives entries by
// file, and what could not be read. Evaluates those files together and no others: what they do not say stays a placeholder.
import { languageByName } from "../discovery/language.ts";
import { statementSources } from "../inventory/identity/from-documents.ts";
import { foldersOf, terraformStatements } from "../inventory/identity/from-terraform.ts";
import { evaluateTerraform } from "../inventory/terraform/evaluate.ts";
import type { StatementText } from "../model/document.ts";
import type { Problem } from "../model/problem.ts";
import { varFile } from "../model/var-file.ts";
import { beginsAsEntry } from "../readers/iam/documents.ts";
import { documentReader } from "../readers/read.ts";
import type { LoadBytes } from "../readers/tree-sitter.ts";
import { readYamlText } from "../readers/yaml/read.ts";

export type SourceEntries = {
  readonly entries: ReadonlyMap<string, readonly StatementText[]>;
  readonly problems: readonly Problem[];
};

/** `files`: texts by paths that begin at one folder, by which files of Terraform find one another. */
export async function sourceEntries(
  files: ReadonlyMap<string, string>,
  grammar: LoadBytes,
): Promise<SourceEntries> {
  const sources = [...files].map(([file, text]) => {
    const named = languageByName(file);
    return { file, text, language: named === "look" ? "unknown" : named, named: true } as const;
  });
  const { documents, problems, parseTemplate } = await documentReader(grammar)(sources);
  const readText = (file: string) => files.get(file);
  const evaluated = evaluateTerraform(documents, {
    readText,
    parseTemplate: parseTemplate ?? (() => null),
    decodeYaml: (text) => readYamlText({ file: "", text, language: "yaml" }).documents[0]?.value,
    varFiles: [...files.keys()].filter((file) => varFile(file) !== null),
  });
  const known = terraformStatements(evaluated);
  const entries = new Map<string, StatementText[]>([...files.keys()].map((file) => [file, []]));
  const told = new Set<string>();
  const add = (found: readonly StatementText[], key: (entry: StatementText) => string) => {
    const fresh = found.filter((entry) => !told.has(key(entry)));
    for (const entry of fresh) {
      if (!told.has(exactly(entry))) entries.get(entry.place.file)?.push(entry);
      told.add(exactly(entry)).add(lineOf(entry));
    }
  };
  add(
    statementSources(documents, { readText, terraform: { sources: known, folders: foldersOf(evaluated) } }),
    exactly,
  );
  // And what is written out, but handed to a module that was not named.
  const written = statementSources(documents, { readText }).filter(({ text }) => beginsAsEntry(text));
  add(written, lineOf);
  for (const list of entries.values()) list.sort((a, b) => startOf(a) - startOf(b));
  return { entries, problems: [...problems, ...evaluated.problems] };
}

const lineOf = ({ place }: StatementText) => `${place.file}:${place.range?.start.line}`;
const exactly = (entry: StatementText) => `${entry.place.file}:${startOf(entry)}\0${entry.text}`;

/** Lines hold fewer characters than this. */
const WIDEST = 1e6;

function startOf({ place }: StatementText): number {
  const { line, column } = place.range?.start ?? { line: 0, column: 0 };
  return line * WIDEST + column;
}
