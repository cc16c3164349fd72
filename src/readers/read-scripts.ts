// Scripts wherever they stand, and the manifests that they apply out of themselves. Takes a source (or the data documents of one) and
// the shell grammar, gives documents and problems. Knows nothing of what the commands mean.
import type {
  DataDocument,
  Document,
  HclDocument,
  KickstartDocument,
  ScriptDocument,
} from "../model/document.ts";
import { LineIndex } from "../model/line-index.ts";
import { mimeParts } from "../model/mime.ts";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import { CLUSTER_PROGRAMS } from "./shell/cluster-programs.ts";
import { hasScripts, scriptsIn } from "./shell/embedded.ts";
import { kickstartScripts } from "./shell/hosts/kickstart.ts";
import { partText } from "./shell/hosts/mime.ts";
import { mayHoldScripts, provisionerScripts, writtenScripts } from "./shell/hosts/terraform.ts";
import { manifestsIn } from "./shell/manifests.ts";
import type { MappedText } from "./shell/mapped-text.ts";
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

/** Whether an image or a unit may start something that speaks to a cluster. */
export function mayStartCalls(text: string): boolean {
  return NAMED.test(text);
}

const NAMED = new RegExp(`\\b(?:${CLUSTER_PROGRAMS})\\b`);

/** What a Terraform file runs, and what it hands to nodes; the grammar is asked for only when there is something of the kind. */
export async function readTerraformScripts(
  document: HclDocument,
  bash: () => Promise<GrammarParser>,
): Promise<Reading> {
  if (!mayHoldScripts(document)) return NOTHING;
  const { scripts: written, configs } = writtenScripts(document);
  const scripts = [...provisionerScripts(document), ...written];
  if (scripts.length === 0 && configs.length === 0) return NOTHING;
  const { file, text } = document;
  const lines = new LineIndex(text);
  const parser = await bash();
  const results = scripts.map((script) => readMapped({ ...script, file, lines }, parser));
  const shell = withManifests(
    results.map((result) => result.document),
    results.flatMap(({ problems }) => problems),
  );
  const hosted = configs.map((config) => readWrittenConfig(config, file, lines, parser));
  return {
    documents: [...shell.documents, ...hosted.flatMap(({ documents }) => documents)],
    problems: [...shell.problems, ...hosted.flatMap(({ problems }) => problems)],
  };
}

const NOTHING: Reading = { documents: [], problems: [] };

/** Only the commands of it: what it means for a node is known once it is evaluated. */
function readWrittenConfig(config: MappedText, file: string, lines: LineIndex, bash: GrammarParser): Reading {
  const position = (offset: number) => lines.position(config.at(offset));
  const { documents, problems } = readYamlText({ file, text: config.text, language: "yaml", position });
  if (problems.length === 0) return readHostedScripts(documents, lines.text, bash);
  const message = "This cloud-config is put together by Terraform; its commands could not be told apart.";
  const start = position(0);
  const place = { file, range: { start, end: start } };
  return {
    documents: [],
    problems: [{ code: "terraform/cloud-config", severity: "notice", message, place }],
  };
}

/** What the installation runs; the grammar is asked for only when there is something. */
export async function readKickstartScripts(
  document: KickstartDocument,
  text: string,
  bash: () => Promise<GrammarParser>,
): Promise<Reading> {
  const lines = new LineIndex(text);
  const scripts = kickstartScripts(document, lines);
  if (scripts.length === 0) return NOTHING;
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
  const parts = mimeParts(text).map((part) => ({ ...part, body: partText(text, part) }));
  const readings = [
    withManifests(scripts.documents, scripts.problems),
    {
      documents: [],
      problems: parts.flatMap(({ body, start }) => (body ? [] : notDecoded(lines, file, start))),
    },
  ];
  for (const { type, encoding, body } of parts) {
    if (type !== "text/cloud-config" || body === undefined) continue;
    const position = (offset: number) => lines.position(body.at(offset));
    const config = readYamlText({ file, text: body.text, language: "yaml", position });
    readings.push(config, readHostedScripts(config.documents, text, bash, encoding === "base64"));
  }
  return {
    documents: readings.flatMap(({ documents }) => documents),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function notDecoded(lines: LineIndex, file: string, offset: number): Problem[] {
  const start = lines.position(offset);
  const message = "This part could not be decoded; what it holds was not looked at.";
  return [
    { code: "mime/undecoded", severity: "notice", message, place: { file, range: { start, end: start } } },
  ];
}

/** True when some document of the file is a host of scripts, so that the grammar is worth loading. */
export function holdsScripts(documents: readonly DataDocument[], text: string): boolean {
  return documents.some((document) => hasScripts(document, text));
}

/** The scripts inside the documents of a YAML or JSON file; `decoded`: these stand in it in base64. */
export function readHostedScripts(
  documents: readonly DataDocument[],
  text: string,
  bash: GrammarParser,
  decoded = false,
): Reading {
  const results = documents.map((document) => scriptsIn(document, text, bash, decoded));
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
