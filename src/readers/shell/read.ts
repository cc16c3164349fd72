// One shell script into a ScriptDocument. Takes the script's text, where it stands in its file, and the bash grammar.
// Knows nothing of the languages that scripts are written into: `embedded.ts` and `hosts/` cut and mask them.
import type { Command, Comment, ScriptDocument } from "../../model/document.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Position, Range } from "../../model/place.ts";
import type { Problem } from "../../model/problem.ts";
import { type GrammarParser, MAX_CHARACTERS, parseProblem } from "../tree-sitter.ts";
import { cronCommands, setsTimer } from "./cron-lines.ts";
import { createsCluster } from "./ephemeral.ts";
import type { FoundCommand } from "./found-command.ts";
import { isUnit, unitCommands } from "./hosts/systemd.ts";
import { heredocText, wordText } from "./inner-text.ts";
import { buildMappedText, type MappedText, originalSpan, wholeText } from "./mapped-text.ts";
import { pipelinesOf } from "./pipelines.ts";
import { type Said, saidTexts } from "./said-text.ts";
import { readScript, type Script } from "./script.ts";
import { readPassingOn } from "./shorthands.ts";
import { known } from "./values.ts";
import { scriptVariables } from "./variables.ts";
import type { Word } from "./words.ts";
import { readsScript, scriptWords, type Unwrapped, unwrap } from "./wrappers.ts";

export type ShellInput = {
  readonly file: string;
  /** The script as the shell sees it; what another language fills in is masked with UNKNOWN. */
  readonly text: string;
  readonly host: string;
  /** Turns an offset in `text` into a position in the file. */
  readonly map: (offset: number) => Position;
  /** The position behind the character before an offset, where that is not simply the next column. */
  readonly mapEnd?: (offset: number) => Position;
  /** What stands in the file between two offsets of `text`; `text` itself when absent. */
  readonly source?: (start: number, end: number) => string;
  /** The script without masks; `text` when absent. */
  readonly display?: string;
  /** Variables set from outside (a workflow's `env:`, a Makefile's assignments). */
  readonly variables?: Readonly<Record<string, string | null>>;
  /** The job around it makes a throw-away cluster. */
  readonly ephemeral?: boolean;
};

export type ShellResult = { readonly document: ScriptDocument; readonly problems: readonly Problem[] };

/** Scripts inside scripts inside scripts. */
const MAX_NESTING = 4;
const BINARY_SAMPLE = 8_000;

type Placed = {
  command: Omit<Command, "pipeline">;
  readonly found: FoundCommand;
  readonly unwrapped: Unwrapped;
  readonly start: number;
  pipeline: Command["pipeline"];
};

/** Never throws: a script that cannot be read gives problems and what commands could be told apart. */
export function readShell(input: ShellInput, bash: GrammarParser): ShellResult {
  const { file, host, map } = input;
  const whole = withoutCarriageReturns(input.text);
  const source = input.source ?? ((start: number, end: number) => input.text.slice(start, end));
  const variables = scriptVariables(input.variables ?? {});
  const problems: Problem[] = [];
  const placed: Placed[] = [];
  const comments: Comment[] = [];
  let pipelines = 0;

  const rangeOf = (mapped: MappedText, start: number, end: number): Range => {
    const [from, to] = originalSpan(mapped, start, end);
    if (to <= from) return { start: map(from), end: map(from) };
    if (input.mapEnd !== undefined) return { start: map(from), end: input.mapEnd(to) };
    const last = map(to - 1);
    return { start: map(from), end: { line: last.line, column: last.column + 1 } };
  };
  const textOf = (mapped: MappedText, start: number, end: number): string =>
    source(...originalSpan(mapped, start, end));

  function report(script: Script, mapped: MappedText): void {
    if (script.failure !== null) problems.push(parseProblem(script.failure, "shell", { file }));
    if (script.error === null || problems.length > 0) return;
    const end = Math.min(script.error + 1, mapped.text.length);
    problems.push({
      code: "shell/syntax",
      severity: "warning",
      message:
        "The shell script has a syntax error near here; only the commands that could be told apart were read.",
      place: { file, range: rangeOf(mapped, Math.min(script.error, end), end) },
    });
  }

  function place(found: FoundCommand, mapped: MappedText): Placed {
    const { simple, redirects, heredoc } = found;
    const unwrapped = unwrap(found.args, (word) => textOf(mapped, word.start, word.end));
    const env: Record<string, string | null> = {};
    for (const [name, value] of Object.entries(found.env)) env[name] = known(value);
    for (const { value } of unwrapped.assigned) {
      const equals = value.indexOf("=");
      env[value.slice(0, equals)] = known(value.slice(equals + 1));
    }
    const args = unwrapped.args.map(({ value, word }) => ({
      value: known(value),
      text: textOf(mapped, word.start, word.end),
      range: rangeOf(mapped, word.start, word.end),
    }));
    const dashDash = args.findIndex(({ value }) => value === "--");
    const hereString = redirects.find(({ operator }) => operator === "<<<")?.word ?? null;
    return {
      found,
      unwrapped,
      start: mapped.at(simple.start),
      pipeline: { id: 0, index: 0, length: 1 },
      command: {
        program: unwrapped.program === null ? null : known(unwrapped.program),
        args,
        range: rangeOf(mapped, simple.start, simple.end),
        text: textOf(mapped, simple.start, simple.end),
        env,
        redirects: redirects.map(({ operator, target, word }) => ({
          operator,
          target: target === null ? null : known(target),
          ...(word === null ? {} : { text: textOf(mapped, word.start, word.end) }),
        })),
        heredoc:
          heredoc !== null ? fed(heredoc, mapped) : hereString === null ? null : fedWord(hereString, mapped),
        wrappers: unwrapped.wrappers,
        dashDash: dashDash === -1 ? null : dashDash,
      },
    };
  }

  function fed({ start, end, expands, tabs, quoted }: Said, mapped: MappedText): Command["heredoc"] {
    const at = (offset: number) => map(mapped.at(start + Math.min(offset, end - start)));
    const text = mapped.text.slice(start, end);
    return { text, range: rangeOf(mapped, start, end), expands, tabs, at, ...(quoted && { quoted }) };
  }

  function fedWord(word: Word, mapped: MappedText): Command["heredoc"] {
    const inner = wordText(word, mapped);
    const expands = word.parts.some(({ kind }) => kind !== "literal");
    return {
      text: inner.text,
      range: rangeOf(mapped, word.start, word.end),
      expands,
      at: (offset) => map(inner.at(offset)),
    };
  }

  /** What a timer or a unit will run: printed for it, or in a heredoc. */
  function readTimers({ found, unwrapped: { program, args } }: Placed, mapped: MappedText, nesting: number) {
    const said =
      found.heredoc !== null
        ? heredocText(found.heredoc, mapped)
        : /^(?:echo|printf)$/.test(program ?? "") && args.length > 0
          ? wordText(args.at(-1)!.word, mapped)
          : null;
    if (said === null) return;
    const commands = isUnit(said.text)
      ? unitCommands(said)
      : setsTimer(mapped.text)
        ? cronCommands(said)
        : null;
    if (commands !== null) readInner(commands, nesting);
  }

  function readPart(mapped: MappedText, nesting: number): void {
    const here: Placed[] = [];
    const timers = setsTimer(mapped.text) || isUnit(mapped.text);
    const script = readScript(mapped.text, bash, variables, (found) => {
      const item = place(found, mapped);
      here.push(item);
      readPassingOn(found, item.unwrapped, variables);
      if (nesting >= MAX_NESTING) return;
      for (const word of scriptWords(item.unwrapped)) readInner(wordText(word, mapped), nesting);
      if (timers) readTimers(item, mapped, nesting);
      if (!readsScript(item.unwrapped)) return;
      if (found.heredoc !== null) readInner(heredocText(found.heredoc, mapped), nesting);
      else if (item.command.heredoc !== null) {
        const word = found.redirects.find(({ operator }) => operator === "<<<")?.word;
        if (word) readInner(wordText(word, mapped), nesting);
      }
    });
    report(script, mapped);
    here.sort((a, b) => a.found.simple.start - b.found.simple.start);
    for (const chain of pipelinesOf(here, script.heredocs, mapped.text)) {
      const id = pipelines++;
      chain.items.forEach((item, index) => {
        item.pipeline = { id, index, length: chain.length };
      });
      const first = chain.items[0]!;
      if (nesting >= MAX_NESTING || !chain.items.slice(1).some(({ unwrapped }) => readsScript(unwrapped)))
        continue;
      if (first.found.heredoc !== null) readInner(heredocText(first.found.heredoc, mapped), nesting);
      else if (/^(?:echo|printf)$/.test(first.unwrapped.program ?? ""))
        for (const { word } of first.unwrapped.args.slice(-1)) readInner(wordText(word, mapped), nesting);
    }
    const says = saidTexts(mapped.text, script.heredocs);
    for (const item of here) {
      const said = says(item.found);
      if (said !== null) item.command = { ...item.command, says: fed(said, mapped) };
    }
    placed.push(...here);
    for (const { start, end } of script.comments) {
      const lineStart = mapped.text.lastIndexOf("\n", start - 1) + 1;
      comments.push({
        text: mapped.text.slice(start + 1, end).trim(),
        range: rangeOf(mapped, start, end),
        alone: mapped.text.slice(lineStart, start).trim() === "",
      });
    }
  }

  function readInner(inner: MappedText, nesting: number): void {
    if (inner.text.trim() === "") return;
    variables.enter("subshell");
    readPart(inner, nesting + 1);
    variables.leave();
  }

  if (isBinary(input.text)) {
    const message = "The file holds binary data and was not read as a shell script.";
    problems.push({ code: "shell/binary", severity: "error", message, place: { file } });
  } else if (input.text.length > MAX_CHARACTERS) problems.push(parseProblem("too-large", "shell", { file }));
  else readPart(whole, 0);

  placed.sort((a, b) => a.start - b.start);
  const commands = placed.map(({ command, pipeline }) => ({ ...command, pipeline }));
  const ephemeral = input.ephemeral === true || createsCluster(commands);
  return {
    document: {
      format: "shell",
      file,
      host,
      comments,
      commands,
      range: rangeOf(wholeText(input.text), 0, input.text.length),
      variables: Object.fromEntries([...variables.all()].map(([name, value]) => [name, known(value)])),
      text: input.display ?? input.text,
      ...(variables.shorthands.size > 0 && { shorthands: shorthandsOf(variables) }),
      ...(ephemeral ? { ephemeral } : {}),
    },
    problems,
  };
}

function shorthandsOf({
  shorthands,
}: ReturnType<typeof scriptVariables>): NonNullable<ScriptDocument["shorthands"]> {
  return Object.fromEntries(
    [...shorthands].map(([name, { words, kept }]) => [name, { words: words.map(known), kept }]),
  );
}

/** A script that is a whole file. */
export function readShellFile(file: string, text: string, bash: GrammarParser): ShellResult {
  const index = new LineIndex(text);
  return readShell({ file, text, host: "file", map: (offset) => index.position(offset) }, bash);
}

export function isBinary(text: string): boolean {
  const sample = text.slice(0, BINARY_SAMPLE);
  if (sample.includes("\0")) return true;
  const undecodable = sample.split("\uFFFD").length - 1;
  return undecodable > 8 && undecodable * 10 > sample.length;
}

function withoutCarriageReturns(text: string): MappedText {
  if (!text.includes("\r\n")) return wholeText(text);
  const builder = buildMappedText(text);
  let from = 0;
  for (let at = text.indexOf("\r\n"); at !== -1; at = text.indexOf("\r\n", at + 1)) {
    builder.copy(from, at);
    from = at + 1;
  }
  builder.copy(from, text.length);
  return builder.done();
}
