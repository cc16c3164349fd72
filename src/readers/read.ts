// Reads sources into documents, each with the reader of its language. Takes sources and a way to load grammars, gives documents and
// problems in the order of the sources. Grammars are loaded only when some source needs one.
import type { Document } from "../model/document.ts";
import type { HclExpression } from "../model/hcl.ts";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import { isTerraformJson } from "../model/terraform-file.ts";
import { readHcl } from "./hcl/read.ts";
import { readTemplate } from "./hcl/read-template.ts";
import { readStatementBlocks, readStatements } from "./iam/documents.ts";
import { readKickstart } from "./kickstart/read.ts";
import { commentsInBlocks } from "./marked-comments.ts";
import {
  holdsScripts,
  mayStartCalls,
  readHostedScripts,
  readKickstartScripts,
  readScripts,
  readTerraformScripts,
} from "./read-scripts.ts";
import { cloudConfigText } from "./template-text.ts";
import { createRuntime, type LoadBytes, type TreeSitter } from "./tree-sitter.ts";
import { readYaml } from "./yaml/read.ts";

export type Documents = { readonly documents: readonly Document[]; readonly problems: readonly Problem[] };

/** `parseTemplate` reads the templates that Terraform names; null when there is no Terraform, or the text is no template. */
export type ReadDocuments = (
  sources: readonly Source[],
) => Promise<Documents & { readonly parseTemplate?: (text: string) => HclExpression | null }>;

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
      await turn();
    }
    if (!documents.some(({ format }) => format === "hcl")) return { documents, problems };
    const parser = await (await grammars()).parser("hcl");
    return { documents, problems, parseTemplate: (text) => readTemplate(text, parser) };
  };
}

/** Lets timers have their turn: reading many files takes seconds, and somebody may wait for a sign of it. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const NOTHING: Documents = { documents: [], problems: [] };

async function readSource(source: Source, grammars: () => Promise<TreeSitter>): Promise<Documents> {
  switch (source.language) {
    case "yaml":
      return readData(source, grammars);
    case "json":
      return isTerraformJson(source.file) ? readTerraform(source, grammars) : readData(source, grammars);
    case "hcl":
    case "tfvars":
      return readTerraform(source, grammars);
    case "shell":
    case "makefile":
    case "justfile":
    case "jenkinsfile":
    case "tiltfile":
    case "mime":
      return readScripts(source, await (await grammars()).parser("bash"));
    case "dockerfile":
    case "unit":
      // Most of them start what no rule asks for: not worth loading a grammar.
      if (!mayStartCalls(source.text)) return NOTHING;
      return readScripts(source, await (await grammars()).parser("bash"));
    case "kickstart": {
      const { document, problems } = readKickstart(source);
      const bash = async () => (await grammars()).parser("bash");
      const scripts = await readKickstartScripts(document, source.text, bash);
      return { documents: [document, ...scripts.documents], problems: [...problems, ...scripts.problems] };
    }
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

async function readData(given: Source, grammars: () => Promise<TreeSitter>): Promise<Documents> {
  const source = given.language === "yaml" ? { ...given, text: cloudConfigText(given.text) } : given;
  const data = withBlockComments(readYaml(source), source);
  if (!holdsScripts(data.documents, source.text)) return data;
  const scripts = readHostedScripts(data.documents, source.text, await (await grammars()).parser("bash"));
  return {
    documents: [...data.documents, ...scripts.documents],
    problems: [...data.problems, ...scripts.problems],
  };
}

/** A finding may lie in a text of several lines, and its comment beside it. */
function withBlockComments<One extends Document>(
  reading: { readonly documents: readonly One[]; readonly problems: readonly Problem[] },
  { language, text }: Source,
) {
  const [first, ...others] = reading.documents;
  const comments = first === undefined || language !== "yaml" ? [] : commentsInBlocks(text);
  if (first === undefined || comments.length === 0) return reading;
  return { ...reading, documents: [{ ...first, comments: [...first.comments, ...comments] }, ...others] };
}

async function readTerraform(source: Source, grammars: () => Promise<TreeSitter>): Promise<Documents> {
  const { document, problems } = readHcl(source, await (await grammars()).parser("hcl"));
  if (document === null) return { documents: [], problems };
  const scripts = await readTerraformScripts(document, async () => (await grammars()).parser("bash"));
  return { documents: [document, ...scripts.documents], problems: [...problems, ...scripts.problems] };
}
