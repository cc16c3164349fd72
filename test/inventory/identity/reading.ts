// Small repositories for tests of identity: file names and texts → sources, statements, dynamic groups.
import { statementSources } from "../../../src/inventory/identity/from-documents.ts";
import { identity } from "../../../src/inventory/identity/identity.ts";
import { Origins } from "../../../src/inventory/origins.ts";
import type { Document } from "../../../src/model/document.ts";
import type { Compartment } from "../../../src/model/inventory/resource.ts";
import { readHcl } from "../../../src/readers/hcl/read.ts";
import { readStatementBlocks, readStatements } from "../../../src/readers/iam/documents.ts";
import { readShellFile } from "../../../src/readers/shell/read.ts";
import { readYaml } from "../../../src/readers/yaml/read.ts";
import { testRuntime } from "../../readers/tree-sitter-runtime.ts";

const runtime = await testRuntime();
const [hcl, bash] = [await runtime.parser("hcl"), await runtime.parser("bash")];

export type Texts = Readonly<Record<string, string>>;

function documentsOf(file: string, text: string): readonly Document[] {
  const source = { file, text, language: file.endsWith(".json") ? "json" : "yaml", named: false } as const;
  if (/\.(?:ya?ml|json)$/.test(file)) return readYaml(source).documents;
  if (file.endsWith(".tf"))
    return [readHcl({ file, text }, hcl).document].filter(
      (document) => document !== null && document !== undefined,
    );
  if (file.endsWith(".sh")) return [readShellFile(file, text, bash).document];
  if (file.endsWith(".md")) return [readStatementBlocks(source)].filter((document) => document !== null);
  return [readStatements(source)];
}

export function sourcesIn(files: Texts) {
  const documents = Object.entries(files).flatMap(([file, text]) => documentsOf(file, text));
  return statementSources(documents, { readText: (file) => files[file] });
}

export function identityOf(files: Texts, compartments: readonly Compartment[] = []) {
  const origins = new Origins();
  return { ...identity(sourcesIn(files), { origins, compartments }), origins };
}

/** The characters of the file from where the source's text begins to stand. */
export function textAt(
  files: Texts,
  { place, at }: ReturnType<typeof sourcesIn>[number],
  offset: number,
  length: number,
): string {
  const { line, column } = at(offset);
  return files[place.file]!.split("\n")[line - 1]!.slice(column - 1, column - 1 + length);
}
