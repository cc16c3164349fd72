// Manifests that a script applies out of itself: the heredocs fed to `kubectl apply -f -`, and those written to a file that is applied;
// kubeconfigs that it writes.
// Takes the scripts of one file, gives texts for the YAML reader, with what the shell fills in masked.
import type { Command, ScriptDocument } from "../../model/document.ts";
import type { Position } from "../../model/place.ts";
import { buildMappedText, type MappedText, UNKNOWN } from "./mapped-text.ts";
import { expansionEnd } from "./words.ts";

/** Stands, as often as needed to keep offsets, for what the shell fills in. A value that holds it is unknown. */
export const PLACEHOLDER = UNKNOWN;

export type EmbeddedManifest = {
  readonly file: string;
  /** YAML, or JSON, as the program gets it. */
  readonly text: string;
  readonly position: (offset: number) => Position;
  /** The shell fills something in: PLACEHOLDER may stand in the text. */
  readonly expands: boolean;
  /** The command that applies it, and its script. */
  readonly command: Command;
  readonly script: ScriptDocument;
};

type Item = { readonly command: Command; readonly script: ScriptDocument };

const VERBS = new Set(["apply", "create", "replace"]);
const STANDARD_INPUT = new Set(["-", "/dev/stdin"]);
/** Programs that fill in variables of what passes through them. */
const FILLERS = new Set(["envsubst", "gomplate", "jinja2", "j2"]);

/** `scripts`: all of one file, since one may write what another applies. */
export function manifestsIn(scripts: readonly ScriptDocument[]): EmbeddedManifest[] {
  const items = scripts.flatMap((script) => script.commands.map((command) => ({ command, script })));
  const appliers = items.filter(({ command }) => appliedFiles(command).length > 0);
  if (appliers.length === 0 && !items.some(({ command }) => isKubeconfig(command.heredoc))) return [];
  const manifests: EmbeddedManifest[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const heredoc = item.command.says ?? item.command.heredoc;
    if (heredoc === null || !looksLikeData(heredoc.text)) continue;
    const pipeline = items.filter(
      ({ command, script }) => script === item.script && command.pipeline.id === item.command.pipeline.id,
    );
    // A kubeconfig is applied by no command: it is what they sign in with.
    const applier = isKubeconfig(heredoc) ? item : applierOf(item, pipeline, appliers);
    if (applier === undefined) continue;
    // A variable may be applied again.
    const { line, column } = heredoc.range.start;
    if (seen.has(`${line}:${column}`)) continue;
    seen.add(`${line}:${column}`);
    const expands = heredoc.expands || pipeline.some(({ command }) => FILLERS.has(command.program ?? ""));
    const mapped = prepare(heredoc, expands);
    const { at } = heredoc;
    manifests.push({
      file: item.script.file,
      text: mapped.text,
      position: (offset) => (at === undefined ? heredoc.range.start : at(mapped.at(offset))),
      expands: mapped.text.includes(PLACEHOLDER),
      ...applier,
    });
  }
  return manifests;
}

const KUBECONFIG_LINES = [
  /^\t*kind:[ \t]*["']?Config\b/m,
  /^\t*apiVersion:[ \t]*["']?v1\b/m,
  /^\t*users:/m,
  /^\t*clusters:/m,
];

function isKubeconfig(heredoc: Command["heredoc"]): boolean {
  return heredoc !== null && KUBECONFIG_LINES.every((line) => line.test(heredoc.text));
}

/** The later command that reads what the item is fed with, by pipe or by file. */
function applierOf(item: Item, pipeline: readonly Item[], appliers: readonly Item[]): Item | undefined {
  const { index } = item.command.pipeline;
  const piped = pipeline.find((other) => {
    return (
      other.command.pipeline.index >= index &&
      appliers.includes(other) &&
      appliedFiles(other.command).some(({ value }) => STANDARD_INPUT.has(value ?? ""))
    );
  });
  if (piped !== undefined) return piped;
  const inside = appliers.find(({ command, script }) => {
    return script === item.script && command !== item.command && readsOutputOf(command, item.command);
  });
  if (inside !== undefined) return inside;
  const written = pipeline
    .filter(({ command }) => command.pipeline.index >= index)
    .flatMap(({ command }) => writtenFiles(command));
  return appliers.find(({ command }) =>
    appliedFiles(command).some((applied) => written.some((file) => sameFile(file, applied))),
  );
}

/** `kubectl apply -f <(cat <<EOF …)` */
function readsOutputOf({ args }: Command, { range }: Command): boolean {
  return args.some(
    (arg) =>
      arg.text.startsWith("<(") &&
      !isBefore(range.start, arg.range.start) &&
      !isBefore(arg.range.end, range.start),
  );
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

type FileName = { readonly value: string | null; readonly text: string };

/** What `kubectl apply|create|replace` is given with `-f`. */
function appliedFiles({ program, args }: Command): FileName[] {
  if (program !== "kubectl" && program !== "oc") return [];
  const files: FileName[] = [];
  let applies = false;
  for (let index = 0; index < args.length; index++) {
    const { value, text } = args[index]!;
    if (value === "--") break;
    if (value !== null && VERBS.has(value)) applies = true;
    if (value === "-f" || value === "--filename") {
      const next = args[index + 1];
      if (next !== undefined) files.push(next);
      index++;
    } else if (text.startsWith("--filename=") || /^-f./.test(text)) {
      const skip = text.startsWith("-f") ? 2 : "--filename=".length;
      files.push({ value: value === null ? null : value.slice(skip), text: text.slice(skip) });
    }
  }
  return applies ? files : [];
}

function writtenFiles({ program, args, redirects }: Command): FileName[] {
  const redirected = redirects
    .filter(({ operator }) => /^1?>[>|]?$/.test(operator))
    .map(({ target, text }) => ({ value: target, text: text ?? "" }));
  const teed = program === "tee" ? args.filter(({ value }) => value === null || !value.startsWith("-")) : [];
  return [...redirected, ...teed];
}

function sameFile(written: FileName, applied: FileName): boolean {
  if (written.value === null || applied.value === null)
    return written.text !== "" && bare(written.text) === bare(applied.text);
  const folder = bare(applied.value).replace(/\/$/, "");
  const file = bare(written.value);
  return file === folder || (folder === "." ? !file.includes("/") : file.startsWith(`${folder}/`));
}

function bare(name: string): string {
  return name.replace(/^(["'])(.*)\1$/, "$2").replace(/^\.\/(?=.)/, "");
}

function looksLikeData(text: string): boolean {
  return /^[ \t]*-?[ \t]*["']?[\w./-]+["']?[ \t]*:|^\s*\{/m.test(text);
}

/** The body as the program gets it. `fills`: something expands it, if it does not expand itself. */
function prepare(
  { text, expands: shell, tabs, quoted }: NonNullable<Command["heredoc"]>,
  fills: boolean,
): MappedText {
  const builder = buildMappedText(text);
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const char = text[at]!;
    let end = at;
    let replacement = "";
    if (tabs && char === "\t" && (at === 0 || text[at - 1] === "\n")) while (text[end] === "\t") end++;
    else if (shell && char === "\\" && (quoted ? /[$`\\\n"]/ : /[$`\\\n]/).test(text[at + 1] ?? "")) {
      end = at + 2;
      replacement = text[at + 1] === "\n" ? "" : text[at + 1]!;
    } else if ((fills && char === "$") || (shell && char === "`")) {
      end = expansionEnd(text, at);
      replacement = PLACEHOLDER.repeat(end - at);
    } else if (char === PLACEHOLDER) {
      while (text[end] === PLACEHOLDER) end++;
      replacement = text.slice(at, end);
    }
    if (end === at) {
      at++;
      continue;
    }
    builder.copy(from, at);
    builder.put(
      replacement.startsWith(PLACEHOLDER) && standsAlone(text, at, end)
        ? commented(replacement)
        : replacement,
      at,
      end,
    );
    at = from = end;
  }
  builder.copy(from, text.length);
  return builder.done();
}

/** A line that is filled in as a whole, and is no value of the key above: as text it would break the document. */
function standsAlone(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  if (
    text.slice(lineStart, start).trim() !== "" ||
    text.slice(end, newline === -1 ? text.length : newline).trim() !== ""
  )
    return false;
  return !/(?:[:|>][-+]?|^-)\s*$/.test(text.slice(Math.max(0, lineStart - 200), lineStart));
}

function commented(placeholder: string): string {
  return `#${placeholder.slice(1)}`;
}
