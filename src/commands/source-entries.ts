// Statements and matching rules in Terraform files and scripts, as `check` sees them. Takes the texts of named files, gives entries by
// file, and what could not be read. Evaluates those files together and no others: what they do not say stays a placeholder.
import { languageByName } from "../discovery/language.ts";
import { statementSources } from "../inventory/identity/from-documents.ts";
import { foldersOf, terraformStatements } from "../inventory/identity/from-terraform.ts";
import { evaluateTerraform } from "../inventory/terraform/evaluate.ts";
import type { StatementText } from "../model/document.ts";
import type { Problem } from "../model/problem.ts";
import { varFile } from "../model/var-file.ts";
import { documentReader } from "../readers/read.ts";
import type { LoadBytes } from "../readers/tree-sitter.ts";
import { readYamlText } from "../readers/yaml/read.ts";

export type SourceEntries = {
  readonly entries: ReadonlyMap<string, readonly StatementText[]>;
  readonly problems: readonly Problem[];
};

export async function sourceEntries(
  texts: ReadonlyMap<string, string>,
  grammar: LoadBytes,
): Promise<SourceEntries> {
  const sources = [...texts].map(([file, text]) => {
    const named = languageByName(file);
    return { file, text, language: named === "look" ? "unknown" : named, named: true } as const;
  });
  const { documents, problems, parseTemplate } = await documentReader(grammar)(sources);
  const readText = (file: string) => texts.get(file);
  const evaluated = evaluateTerraform(documents, {
    readText,
    parseTemplate: parseTemplate ?? (() => null),
    decodeYaml: (text) => readYamlText({ file: "", text, language: "yaml" }).documents[0]?.value,
    varFiles: [...texts.keys()].filter((file) => varFile(file) !== null),
  });
  const found = statementSources(documents, {
    readText,
    terraform: { sources: terraformStatements(evaluated), folders: foldersOf(evaluated) },
  });
  const entries = new Map<string, StatementText[]>([...texts.keys()].map((file) => [file, []]));
  const told = new Set<string>();
  for (const entry of found.toSorted((a, b) => startOf(a) - startOf(b))) {
    const key = `${entry.place.file}\0${startOf(entry)}\0${entry.text}`;
    if (!told.has(key)) entries.get(entry.place.file)?.push(entry);
    told.add(key);
  }
  return { entries, problems: [...problems, ...evaluated.problems] };
}

/** Lines hold fewer characters than this. */
const WIDEST = 1e6;

function startOf({ place }: StatementText): number {
  const { line, column } = place.range?.start ?? { line: 0, column: 0 };
  return line * WIDEST + column;
}
