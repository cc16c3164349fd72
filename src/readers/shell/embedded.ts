// The scripts inside YAML and JSON documents: workflows, pipelines, task files, build specifications. Takes a document and its file's
// text, recognises the host by name and shape, gives one ScriptDocument for each piece that runs in one shell.
import type { DataDocument, ScriptDocument } from "../../model/document.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Problem } from "../../model/problem.ts";
import type { GrammarParser } from "../tree-sitter.ts";
import type { HostedScript, HostReader } from "./hosted-script.ts";
import { ansibleScripts } from "./hosts/ansible.ts";
import { azureScripts } from "./hosts/azure.ts";
import { cloudConfigScripts } from "./hosts/cloud-config.ts";
import { githubScripts } from "./hosts/github.ts";
import { gitlabScripts } from "./hosts/gitlab.ts";
import { inClusterScripts } from "./hosts/in-cluster.ts";
import { ociDevopsScripts } from "./hosts/oci-devops.ts";
import { packageScripts } from "./hosts/package-json.ts";
import { pipelineScripts } from "./hosts/pipelines.ts";
import { skaffoldScripts } from "./hosts/skaffold.ts";
import { taskfileScripts } from "./hosts/taskfile.ts";
import { joinTexts, type MappedText, quotedWord } from "./mapped-text.ts";
import { readMapped } from "./read-mapped.ts";
import { scalarText } from "./scalar-text.ts";

export type ScriptsResult = {
  readonly documents: readonly ScriptDocument[];
  readonly problems: readonly Problem[];
};

/** The first that knows the document reads it. */
const HOSTS: readonly HostReader[] = [
  packageScripts,
  githubScripts,
  pipelineScripts,
  gitlabScripts,
  ociDevopsScripts,
  azureScripts,
  taskfileScripts,
  skaffoldScripts,
  cloudConfigScripts,
  ansibleScripts,
  inClusterScripts,
];

/** True when a host knows the document: its text is then worth a shell parser. */
export function hasScripts(document: DataDocument, text: string): boolean {
  return hostedScripts(document, text).length > 0;
}

/** `text` is the whole file's. Nothing is read when the document is no host. `decoded`: the document stands in the file in base64. */
export function scriptsIn(
  document: DataDocument,
  text: string,
  bash: GrammarParser,
  decoded = false,
): ScriptsResult {
  const hosted = hostedScripts(document, text);
  if (hosted.length === 0) return { documents: [], problems: [] };
  const lines = new LineIndex(text);
  const seen = new Set<string>();
  const found: { readonly document: ScriptDocument; readonly job: string }[] = [];
  const problems: Problem[] = [];
  for (const one of hosted) {
    const script = decoded ? { ...one, decoded } : one;
    const plain = assemble(script, document, lines);
    if (plain === null) continue;
    const result = readMapped(
      { ...script, file: document.file, plain, masked: script.mask?.(plain) ?? plain, lines },
      bash,
    );
    // An anchor's script belongs to every job that refers to it, but it is there only once.
    const commands = result.document.commands.filter(({ range: { start }, program }) => {
      const key = `${start.line}:${start.column} ${program}`;
      return script.decoded || (!seen.has(key) && seen.add(key));
    });
    found.push({ document: { ...result.document, commands }, job: script.job ?? script.host });
    problems.push(...result.problems);
  }
  const ephemeral = new Set(found.filter(({ document: { ephemeral } }) => ephemeral).map(({ job }) => job));
  const documents = found.map(({ document, job }) =>
    ephemeral.has(job) ? { ...document, ephemeral: true } : document,
  );
  return { documents, problems };
}

function hostedScripts(document: DataDocument, text: string): readonly HostedScript[] {
  if (document.value === null || typeof document.value !== "object") return [];
  for (const host of HOSTS) {
    const scripts = host(document, text);
    if (scripts !== undefined) return scripts;
  }
  return [];
}

function assemble(script: HostedScript, document: DataDocument, lines: LineIndex): MappedText | null {
  const texts: MappedText[] = [];
  for (const line of script.lines) {
    if ("path" in line) {
      const text = scalarText(document, line.path, lines);
      if (text !== null) texts.push(text);
      continue;
    }
    if ("decoded" in line) {
      const from = scalarText(document, line.at, lines)?.at(0) ?? 0;
      texts.push({ text: line.decoded, at: () => from, end: () => from + 1 });
      continue;
    }
    if ("command" in line) {
      const { start } = document.locate(line.at);
      const from = lines.offset(start);
      const key = String(line.at.at(-1)).length;
      texts.push({ text: line.command, at: () => from, end: () => from + key });
      continue;
    }
    const words = line.words.map((path) => scalarText(document, path, lines));
    const known = words.filter((word) => word !== null);
    if (known.length === words.length && known.length > 0) texts.push(joinWords(known.map(quotedWord)));
  }
  return texts.length === 0 ? null : joinTexts(texts);
}

/** One command line of the words. */
function joinWords(words: readonly MappedText[]): MappedText {
  // Line breaks inside the quotes stay what they are: only the separators become blanks.
  return { ...joinTexts(words), text: words.map(({ text }) => text).join(" ") };
}
