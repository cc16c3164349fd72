// `iam`: parses statements and matching rules and says what is wrong with each, or what it grants. Reads files (texts, data, Terraform,
// scripts) or standard input.
import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { decode } from "../discovery/decode.ts";
import { languageByName } from "../discovery/language.ts";
import type { StatementText } from "../model/document.ts";
import { LineIndex } from "../model/line-index.ts";
import { ConfigError } from "../model/request.ts";
import type { Language } from "../model/source.ts";
import { isTerraformJson } from "../model/terraform-file.ts";
import type { Parsed } from "../readers/iam/ast.ts";
import { statementsInData } from "../readers/iam/data.ts";
import { describe } from "../readers/iam/describe.ts";
import { entriesOf } from "../readers/iam/documents.ts";
import { parseEntry, parseMatchingRule, parseStatement } from "../readers/iam/read.ts";
import { toView } from "../readers/iam/view.ts";
import { readYamlText } from "../readers/yaml/read.ts";
import { json, neutral, visible } from "../reporters/escape.ts";
import { type JudgedEntry, statementsText } from "../reporters/statements.ts";
import { wantsColor } from "./color.ts";
import { readOptions, wordOption } from "./options.ts";
import type { SourceEntries } from "./source-entries.ts";
import type { Terminal } from "./terminal.ts";
import { worldOf } from "./world.ts";

export async function iam(terminal: Terminal): Promise<number> {
  const options = readOptions(terminal.args, { format: { type: "string" } });
  const format = wordOption(options, "format", ["text", "json"]) ?? "text";
  const names = options.positionals.length > 0 ? options.positionals : ["-"];
  const entries: JudgedEntry[] = [];
  let unread = false;
  const tell = (message: string) => {
    unread = true;
    terminal.err(neutral(`oke-policy: ${visible(message)}\n`));
  };
  const texts: [file: string, text: string][] = [];
  for (const name of names) {
    try {
      texts.push([name === "-" ? "stdin" : name, await textOf(name, terminal)]);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      tell(error.message);
    }
  }
  const inSources = await entriesInSources(texts, terminal, tell);
  for (const [file, text] of texts) {
    try {
      const found = inSources.get(placeOf(file, terminal)) ?? entriesIn(file, text);
      entries.push(...found.map((entry) => judged(entry, file)));
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      tell(error.message);
    }
  }
  if (unread && entries.length === 0 && format === "text") return 2;
  const color = wantsColor(terminal, options);
  terminal.out(
    format === "json"
      ? `${json({ version: 1, statements: entries.map(({ view }) => view) }, 2)}\n`
      : statementsText(entries, { color, log: terminal.env["GITHUB_ACTIONS"] === "true" }),
  );
  if (unread) return 2;
  return entries.some(({ view }) => view.verdict === "invalid") ? 1 : 0;
}

const SOURCES: ReadonlySet<Language | "look"> = new Set([
  ...(["hcl", "tfvars", "shell", "makefile", "justfile", "jenkinsfile", "tiltfile"] as const),
]);

/** Of Terraform files and scripts, which are more than lines of statements. */
async function entriesInSources(
  texts: readonly (readonly [file: string, text: string])[],
  terminal: Terminal,
  tell: (message: string) => void,
): Promise<SourceEntries["entries"]> {
  const sources = texts
    .filter(([file]) => isTerraformJson(file) || SOURCES.has(languageByName(file)))
    .map(([file, text]) => [placeOf(file, terminal), text] as const);
  if (sources.length === 0) return new Map();
  const { sourceEntries } = await import("./source-entries.ts");
  const { entries, problems } = await sourceEntries(new Map(sources), worldOf(terminal).grammar);
  for (const { severity, place, message } of problems)
    if (severity === "error")
      tell(`${nameOf(place.file, texts, terminal)}: line ${place.range?.start.line ?? 1}: ${message}`);
  return entries;
}

/** One name for a file, whatever its user calls it: its path from the current folder. */
function placeOf(file: string, { cwd }: Terminal): string {
  return relative(cwd, resolve(cwd, file)).replaceAll("\\", "/");
}

/** And as its user calls it. */
function nameOf(
  place: string,
  texts: readonly (readonly [file: string, text: string])[],
  terminal: Terminal,
): string {
  return texts.find(([file]) => placeOf(file, terminal) === place)?.[0] ?? place;
}

async function textOf(name: string, terminal: Terminal): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = name === "-" ? await terminal.stdin() : await readFile(resolve(terminal.cwd, name));
  } catch (error) {
    throw new ConfigError(`${name} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  const decoded = decode(bytes);
  if (decoded.kind === "binary") throw new ConfigError(`${name} holds binary data`);
  return decoded.text;
}

const yamlStart = /^(?:---|[-\w"' ]*(?:statements?|matching[_-]?rules?)["']?\s*:|-\s)/im;

const terraformStart = /^(?:resource|data|module|variable)[ \t]+"[^"\n]*"(?:[ \t]+"[^"\n]*")?[ \t]*\{/m;

/** The entries of a text, in order. What a name does not settle the text's beginning does. */
function entriesIn(file: string, text: string): StatementText[] {
  const lines = new LineIndex(text);
  const language =
    /\.json$/i.test(file) || /^\s*\[/.test(text) || /^\s*\{\s*"/.test(text)
      ? "json"
      : /\.ya?ml$/i.test(file)
        ? "yaml"
        : null;
  if (language === null) {
    if (terraformStart.test(text))
      throw new ConfigError(`${file} looks like Terraform, which is read from files whose names end in .tf`);
    const guessed = yamlStart.test(text) ? inData(file, text, "yaml", lines) : { found: [], fault: "" };
    const isData = guessed.found.length > 0 || guessed.fault === undefined;
    return isData ? guessed.found : entriesOf(file, text, 0, lines);
  }
  const { found, fault } = inData(file, text, language, lines);
  if (fault !== undefined) throw new ConfigError(`${file}: ${fault}`);
  return found;
}

/** `fault`: why the text cannot be read as data, or that it is data without entries. */
function inData(
  file: string,
  text: string,
  language: "json" | "yaml",
  lines: LineIndex,
): { found: StatementText[]; fault?: string } {
  const { documents, problems } = readYamlText({ file, text, language });
  const found = documents.flatMap((document) => statementsInData(document, lines, { named: true }));
  const broken =
    problems.find(({ severity }) => severity === "error") ??
    (documents.length === 0 ? problems[0] : undefined);
  if (broken !== undefined)
    return { found: [], fault: `line ${broken.place.range?.start.line ?? 1}: ${broken.message}` };
  const empty = documents.every(
    ({ value }) => value === null || (Array.isArray(value) && value.length === 0) || hasEmptyList(value),
  );
  if (found.length > 0 || empty) return { found };
  return {
    found,
    fault: "holds neither a list of statements nor an object with statements or matching_rules",
  };
}

function hasEmptyList(value: unknown): boolean {
  const { statements, matching_rules: rules } = (value ?? {}) as {
    statements?: unknown;
    matching_rules?: unknown;
  };
  return [statements, rules].some((list) => Array.isArray(list) && list.length === 0);
}

function judged(entry: StatementText, file: string): JudgedEntry {
  const parsed: Parsed =
    entry.kind === "matching-rule"
      ? parseMatchingRule(entry.text)
      : entry.kind === "statement"
        ? parseStatement(entry.text)
        : parseEntry(entry.text);
  return {
    view: toView(parsed, { file, at: entry.at }),
    sentence: describe(parsed),
    spans: parsed.problems.map(({ span }) => span),
  };
}
