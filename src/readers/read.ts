// Reads sources into documents, each with the reader of its language. Takes sources and a way to load grammars, gives documents and
// problems in the order of the sources. Grammars are loaded only when some source needs one.
import type { Document } from "../model/document.ts";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import { readHcl } from "./hcl/read.ts";
import { createRuntime, type LoadBytes, type TreeSitter } from "./tree-sitter.ts";
import { readYaml } from "./yaml/read.ts";

export type Documents = { readonly documents: readonly Document[]; readonly problems: readonly Problem[] };

export async function readDocuments(sources: readonly Source[], load: LoadBytes): Promise<Documents> {
  const documents: Document[] = [];
  const problems: Problem[] = [];
  let runtime: Promise<TreeSitter> | undefined;
  const grammars = () => {
    runtime ??= createRuntime(load);
    return runtime;
  };
  for (const source of sources) {
    const reading = await readSource(source, grammars);
    for (const document of reading.documents) documents.push(document);
    for (const problem of reading.problems) problems.push(problem);
  }
  return { documents, problems };
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
    default:
      return NOTHING;
  }
}

async function readTerraform(source: Source, grammars: () => Promise<TreeSitter>): Promise<Documents> {
  const { document, problems } = readHcl(source, await (await grammars()).parser("hcl"));
  return { documents: document ? [document] : [], problems };
}
