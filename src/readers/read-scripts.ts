// Scripts wherever they stand, and the manifests that they apply out of themselves. Takes a source (or the data documents of one) and
// the shell grammar, gives documents and problems. Knows nothing of what the commands mean.
import type { DataDocument, Document, HclDocument, ScriptDocument } from "../model/document.ts";
import { LineIndex } from "../model/line-index.ts";
import { mimeParts } from "../model/mime.ts";
import type { Position } from "../model/place.ts";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import { hasScripts, scriptsIn } from "./shell/embedded.ts";
import { provisionerScripts } from "./shell/hosts/terraform.ts";
import { manifestsIn } from "./shell/manifests.ts";
import { readMapped } from "./shell/read-mapped.ts";
import { readScriptFile } from "./shell/script-files.ts";
import type { GrammarParser } from "./tree-sitter.ts";
import { readYamlText } from "./yaml/read.ts";

type Reading = { readonly documents: readonly Document[]; readonly problems: readonly Problem[] };

/** A file in a language of scripts. */
export function readScripts(source: Source, bash: GrammarParser): Reading {
  if (source.language === "mime") return readMime(source, bash);
  const { documents, problems } = readScriptFile(source, bash);
  return withManifests(documents, problems);
}

/** What the provisioners of a Terraform file run; the grammar is asked for only when there are some. */
export async function readProvisioners(
  document: HclDocument,
  bash: () => Promise<GrammarParser>,
): Promise<Reading> {
  const scripts = document.text.includes("provisioner") ? provisionerScripts(document) : [];
  if (scripts.length === 0) return { documents: [], problems: [] };
  const lines = new LineIndex(document.text);
  const parser = await bash();
  const results = scripts.map((script) => readMapped({ ...script, file: document.file, lines }, parser));
  return withManifests(
    results.map((result) => result.document),
    results.flatMap(({ problems }) => problems),
  );
}

/** Scripts and cloud-config as parts of one text. */
function readMime(source: Source, bash: GrammarParser): Reading {
  const scripts = readScriptFile(source, bash);
  const { file, text } = source;
  const lines = new LineIndex(text);
  const parts = mimeParts(text);
  const configs = parts
    .filter(({ type, encoding }) => type === "text/cloud-config" && encoding !== "base64")
    .map(({ start, end }) => {
      const part = text.slice(start, end);
      const position = (offset: number) => lines.position(start + offset);
      return readYamlText({ file, text: part, language: "yaml", position });
    });
  const packed = parts.filter(
    ({ encoding, start, end }) => encoding === "base64" && GZIP.test(text.slice(start, end)),
  );
  const data = configs.flatMap((config) => config.documents);
  const readings = [
    withManifests(scripts.documents, scripts.problems),
    { documents: data, problems: configs.flatMap((config) => config.problems) },
    readHostedScripts(data, text, bash),
    { documents: [], problems: packed.map(({ start }) => notUnpacked(file, lines.position(start))) },
  ];
  return {
    documents: readings.flatMap(({ documents }) => documents),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/** How gzip begins in base64. */
const GZIP = /^\s*H4sI/;

function notUnpacked(file: string, start: Position): Problem {
  const message = "This part is packed with gzip; what it holds was not looked at.";
  return { code: "mime/packed", severity: "notice", message, place: { file, range: { start, end: start } } };
}

/** True when some document of the file is a host of scripts, so that the grammar is worth loading. */
export function holdsScripts(documents: readonly DataDocument[], text: string): boolean {
  return documents.some((document) => hasScripts(document, text));
}

/** The scripts inside the documents of a YAML or JSON file. */
export function readHostedScripts(
  documents: readonly DataDocument[],
  text: string,
  bash: GrammarParser,
): Reading {
  const results = documents.map((document) => scriptsIn(document, text, bash));
  return withManifests(
    results.flatMap(({ documents: scripts }) => scripts),
    results.flatMap(({ problems }) => problems),
  );
}

/** What goes to a throw-away cluster says nothing about the one that counts. */
function withManifests(scripts: readonly ScriptDocument[], problems: readonly Problem[]): Reading {
  const manifests = manifestsIn(scripts)
    .filter(({ script }) => !script.ephemeral)
    .map(({ file, text, position }) =>
      readYamlText({
        file,
        text,
        position,
        language: text.trimStart().startsWith("{") ? "json" : "yaml",
        origin: "heredoc",
      }),
    );
  return {
    documents: [...scripts, ...manifests.flatMap(({ documents }) => documents)],
    problems: [...problems, ...manifests.flatMap((manifest) => manifest.problems)],
  };
}
