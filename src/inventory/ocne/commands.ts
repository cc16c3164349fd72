// Calls of `ocne`, and commands that prepare a join, as inventory entries. Takes the scripts and what leads from a path to the entry of
// a configuration; gives flags by their long names. Judges nothing.
import { posix } from "node:path";
import ocne from "../../../policies/data/ocne.json" with { type: "json" };
import type { Command, ScriptDocument } from "../../model/document.ts";
import type { OcneCommand } from "../../model/inventory/ocne.ts";
import { own } from "../../model/own.ts";
import type { Origins } from "../origins.ts";
import { versionOf } from "./configuration.ts";
import { BOOT_LINE, bootUrls } from "./kickstart.ts";
import { candidatesOf, underHere } from "./local-path.ts";
import { outputsOf } from "./written.ts";

/** Long name → short name, by verb. */
const flagTables: Readonly<Record<string, Readonly<Record<string, string>>>> = ocne.flags;
const switches = new Set(ocne.switches);

export type CommandContext = {
  /** Line of a file, for what stands before a command. */
  readonly readText: (file: string) => string | undefined;
  readonly idOf: (candidates: readonly string[]) => string | undefined;
  readonly origins: Origins;
};

type Flags = Pick<OcneCommand, "flags" | "complete">;

/** Calls read per script; nobody writes more by hand. */
export const MAX_CALLS = 300;
/** Commands before a call that are looked at for one that makes its configuration. */
const MAX_BEFORE = 2_000;
/** Longer files of pipelines are not searched for one either. */
const MAX_SEARCHED = 200_000;

/** `tooMany` is called with each script that holds more calls than are read. */
export function ocneCommands(
  scripts: readonly ScriptDocument[],
  context: CommandContext,
  tooMany: (script: ScriptDocument) => void,
): OcneCommand[] {
  return scripts.flatMap((script, number) => {
    let lines: readonly string[] | undefined;
    const lineOf = (line: number) => {
      lines ??= (context.readText(script.file) ?? "").split("\n");
      return lines[line - 1] ?? "";
    };
    let calls = 0;
    return script.commands.flatMap((command, index) => {
      if (
        command.program === "ocne" &&
        command.args.some(({ value }) => value === "--help" || value === "-h")
      )
        return [];
      const call = command.program === "ocne" ? verbOf(command) : undefined;
      const prepares = preparations(command);
      const urls = command.program === "ocne" ? [] : urlsIn(command);
      if (call === undefined && prepares.length === 0 && urls.length === 0) return [];
      if (++calls > MAX_CALLS) {
        if (calls === MAX_CALLS + 1) tooMany(script);
        return [];
      }
      const id = context.origins.next("ocne-command");
      const parsed = flagsOf(call);
      const version = parsed.flags["version"];
      const config = parsed.flags["config"];
      const title =
        call === undefined || call.verb === UNKNOWN_VERB
          ? (command.program ?? "command")
          : `ocne ${call.verb}`.trim();
      addOrigin(id, script, command, title, context.origins);
      return [
        {
          id,
          address: title,
          notation: "command" as const,
          existence: "known" as const,
          unknown: {},
          file: script.file,
          script: `${script.file} ${number}`,
          index,
          verb: call?.verb ?? "",
          ...parsed,
          output: outputOf(command, script, lineOf),
          ...(typeof config === "string" && { config: configOf(config, script, index, context) }),
          ...(typeof version === "string" &&
            versionOf(version) !== undefined && { version: versionOf(version)! }),
          prepares,
          urls,
        },
      ];
    });
  });
}

type Call = { readonly verb: string; readonly rest: Command["args"] };

/** For a call that may be any: `ocne cluster "$MODE"`. */
const UNKNOWN_VERB = "unknown";

/** The first two words that are neither a flag nor a flag's value: `cluster start`. Flags may stand before and between them. */
function verbOf({ args }: Command): Call {
  const words: string[] = [];
  const before: Command["args"][number][] = [];
  let at = 0;
  for (; at < args.length && words.length < 2; at++) {
    const word = args[at]!;
    if (word.value === null) return { verb: UNKNOWN_VERB, rest: [] };
    if (!word.value.startsWith("-")) {
      words.push(word.value);
      continue;
    }
    before.push(word);
    const value = args[at + 1];
    if (!/^(?:-[A-Za-z]|--[\w-]+)$/.test(word.value) || value === undefined) continue;
    before.push(value);
    at++;
  }
  return { verb: words.join(" "), rest: [...before, ...args.slice(at)] };
}

function flagsOf(call: Call | undefined): Flags {
  const flags: Record<string, string | true | null> = {};
  let complete = true;
  if (call === undefined) return { flags, complete };
  if (call.verb === UNKNOWN_VERB) return { flags, complete: false };
  const table = own(flagTables, call.verb) ?? {};
  const byShort = new Map(Object.entries(table).map(([long, short]) => [short, long]));
  for (let at = 0; at < call.rest.length; at++) {
    const word = call.rest[at]!;
    if (word.value === "--") break;
    if (word.value === null) {
      const equals = /^--([a-z-]+)=([\s\S]*)/.exec(word.text);
      if (equals) flags[equals[1]!] = underHere(equals[2]!) ?? null;
      else complete = false;
      continue;
    }
    const long = /^--([A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(word.value);
    const short = /^-([A-Za-z])(?:=?([\s\S]+))?$/.exec(word.value);
    const name = long ? long[1]! : short ? byShort.get(short[1]!) : undefined;
    if (name === undefined) continue;
    const inline = long ? long[2] : short?.[2];
    if (inline !== undefined && !switches.has(name)) flags[name] = inline;
    else if (switches.has(name)) flags[name] = inline ?? true;
    else {
      const next = call.rest[at + 1];
      flags[name] = next === undefined ? true : (next.value ?? underHere(next.text) ?? null);
      at++;
    }
  }
  return { flags, complete };
}

/** How far before a command a `$(` is looked for. */
const LOOK_BACK = 1_000;

/** What is written there is gone, or seen by all. */
const NOWHERE = /^\/dev\/(?:null|stdout|stderr|tty|fd\/[12])$/;

function outputOf(
  command: Command,
  script: ScriptDocument,
  lineOf: (line: number) => string,
): OcneCommand["output"] {
  const own = outputsOf(command);
  if (own.some((output) => !NOWHERE.test(output))) return "file";
  const later = script.commands.filter(
    ({ pipeline }) => pipeline.id === command.pipeline.id && pipeline.index > command.pipeline.index,
  );
  if (own.length === 0 && later.some((other) => outputsOf(other).some((output) => !NOWHERE.test(output))))
    return "file";
  if (command.pipeline.index < command.pipeline.length - 1) return "pipe";
  if (script.host.startsWith("ansible:") && isRegistered(command, lineOf)) return "captured";
  const { line, column } = command.range.start;
  const before = lineOf(line).slice(Math.max(0, column - 1 - LOOK_BACK), column - 1);
  return /(?:\$\(|`|<\()[^)]*$/.test(before) ? "captured" : "terminal";
}

/** Lines of a task that are looked at for its `register`. */
const MAX_TASK = 60;

/** The task keeps what the command prints. */
function isRegistered({ range }: Command, lineOf: (line: number) => string): boolean {
  const begins = (line: number) => /^\s*-\s+[\w.]+:/.test(lineOf(line));
  let first = range.start.line;
  for (let steps = 0; first > 1 && !begins(first) && steps < MAX_TASK; steps++) first--;
  for (let line = first; line < first + MAX_TASK; line++) {
    if (line > first && line > range.end.line && begins(line)) return false;
    if (/^\s*(?:-\s+)?register\s*:/.test(lineOf(line))) return true;
  }
  return false;
}

function configOf(
  text: string,
  script: ScriptDocument,
  index: number,
  { idOf, readText }: CommandContext,
): NonNullable<OcneCommand["config"]> {
  const before = script.commands.slice(Math.max(0, index - MAX_BEFORE), index);
  const folders = before
    .filter(({ program }) => program === "cd" || program === "pushd")
    .map(({ args }) => args[0]?.value ?? null);
  const candidates =
    candidatesOf(
      text,
      script.file,
      folders.filter((folder) => folder !== null),
    ) ?? [];
  const id = idOf([...candidates, text]);
  const name = posix.basename(text);
  // A folder that is not known may hold it; something may bring it along; and any command that names it may make it.
  const generated =
    candidates.length === 0 ||
    index > MAX_BEFORE ||
    folders.some((folder) => folder === null || /^[/~]/.test(folder)) ||
    before.some((command) => mentions(command, name) || BRINGS.has(command.program ?? "")) ||
    (script.host !== "file" && mayComeFromElsewhere(readText(script.file) ?? "", text));
  return { text, ...(id !== undefined && { id }), candidates, generated };
}

/** Programs that put files there without naming each. */
const BRINGS = new Set(["tar", "unzip", "7z", "git", "rsync", "scp", "terraform", "ansible-playbook"]);

/** In a pipeline's file: another folder, artifacts of another job, another step or target that makes the file. */
function mayComeFromElsewhere(text: string, name: string): boolean {
  if (text.length > MAX_SEARCHED) return true;
  if (/working-?directory|artifacts?\b|\bcache:|\bdir:|\bchdir\b/i.test(text)) return true;
  return text.split("\n").some((line) => line.replace(/(?:-c|--config)[ =]+\S+/g, "").includes(name));
}

/** A command that is no call of `ocne` names the file: it may write it. */
function mentions(command: Command, name: string): boolean {
  if (outputsOf(command).some((output) => output.includes(name))) return true;
  return (
    command.program !== "ocne" &&
    command.program !== "echo" &&
    command.args.some(({ value, text }) => (value ?? text).includes(name))
  );
}

/** What a joining node needs, made by kubeadm here or on a node through a console. */
function preparations({ program, args, text, heredoc }: Command): string[] {
  const words =
    program === "kubeadm"
      ? `kubeadm ${args.map(({ value, text: source }) => value ?? source).join(" ")}`
      : `${text}\n${heredoc?.text ?? ""}`;
  const found: string[] = [];
  if (/\bkubeadm\s+token\s+create\b/.test(words)) found.push("token");
  if (/\bkubeadm\s+init\s+phase\s+upload-certs\b/.test(words)) found.push("certificates");
  return found;
}

function urlsIn({ args, heredoc }: Command): OcneCommand["urls"] {
  const bootLines = (heredoc?.text ?? "").split("\n").filter((line) => BOOT_LINE.test(line));
  return [...args.map(({ value, text }) => value ?? text), ...bootLines].flatMap((text) =>
    bootUrls(text, []),
  );
}

function addOrigin(
  id: string,
  script: ScriptDocument,
  command: Command,
  title: string,
  origins: Origins,
): void {
  const place = { file: script.file, range: command.range };
  origins.set(id, {
    file: script.file,
    subject: title,
    title: `Command "${title}"`,
    path: [],
    locate: () => ({ place }),
    object: place,
  });
}
