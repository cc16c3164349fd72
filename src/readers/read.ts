// Reads sources into documents, each with the reader of its language. Takes sources and a way to load grammars, gives documents and
// problems in the order of the sources. Grammars are loaded only when some source needs one.
import type { Document } from "../model/document.ts";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import { readHcl } from "./hcl/read.ts";
import { readStatementBlocks, readStatements } from "./iam/documents.ts";
import { createRuntime, type LoadBytes, type TreeSitter } from "./tree-sitter.ts";
import { readYaml } from "./yaml/read.ts";

export type Documents = { readonly documents: readonly Document[]; readonly problems: readonly Problem[] };

export type ReadDocuments = (sources: readonly Source[]) => Promise<Documents>;

/** The reader remembers what it read: the same text under the same name, as most of a base is, is not read again. */
export function documentReader(load: LoadBytes): ReadDocuments {
  const known = new Map<string, { readonly text: string; readonly reading: Documents }>();
  let runtime: Promise<TreeSitter> | undefined;
  const grammars = () => {
    runtime ??= createRuntime(load);
    return runtime;
  };
  return async (sources) => {
    const documents: Document[] = [];
    const problems: Problem[] = [];
    for (const source of sources) {
      const before = known.get(source.file);
      const reading = before?.text === source.text ? before.reading : await readSource(source, grammars);
      known.set(source.file, { text: source.text, reading });
      for (const document of reading.documents) documents.push(document);
      for (const problem of reading.problems) problems.push(problem);
    }
    return { documents, problems };
  };
}

const NOTHING: Documents = { documents: [], problems: [] };

async function readSource(source: Source, grammars: () => Promise<TreeSitter>): Promise<Documents> {
  switch (source.language) {
    case "yaml":
      return readYaml(source);
    case "json":
      return source.file.endsWith(".tf.json") ? readTerraform(source, grammars) : readYaml(source);
    case "hcl":
    case "tfvars":
      return readTerraform(source, grammars);
    case "iam":
      return { documents: [readStatements(source)], problems: [] };
    case "markdown": {
      const document = readStatementBlocks(source);
      return { documents: document ? [document] : [], problems: [] };
    }
    default:
      return NOTHING;
  }
}

async function readTerraform(source: Source, grammars: () => Promise<TreeSitter>): Promise<Documents> {
  const { document, problems } = readHcl(source, await (await grammars()).parser("hcl"));
  return { documents: document ? [document] : [], problems };
}
