// Scripts and their commands. Takes script documents, gives `scripts` and `commands` with the places of every command and argument.
// Keeps only commands that some rule may ask for, and what shares a pipeline with them.
import { CONCEALED, concealedText } from "../../model/concealed-text.ts";
import type { Command, Document, ScriptDocument } from "../../model/document.ts";
import type { ParsedCommand, Script, ScriptCommand } from "../../model/inventory/script.ts";
import { LineIndex } from "../../model/line-index.ts";
import type { Path, Place } from "../../model/place.ts";
import type { Origins } from "../origins.ts";
import type { Targets } from "../targets.ts";
import { concealedWords, hiddenValue, withoutSecretPatch } from "./concealed-words.ts";
import { ephemeralScripts } from "./ephemeral-calls.ts";
import type { FoundCommand } from "./found-command.ts";
import { INSTALLING_PROGRAMS } from "./installers.ts";
import { type NodeAddresses, nodeAddresses } from "./node-addresses.ts";
import { isLocal, type Parsed, parseCommand } from "./parse.ts";
import { isScheduled } from "./scheduled.ts";

/** Programs that rules ask for. */
const PROGRAMS: ReadonlySet<string> = new Set([
  ...INSTALLING_PROGRAMS,
  ...(
    "kubectl oc oci ocne helm skaffold skaffold.portForward tilt.port_forwards kubernetes.core.k8s_exec kubernetes.core.k8s_cp stern kail kubetail k9s ssh scp sftp rsync " +
    "node-doctor.sh kubeadm dnf yum microdnf apt apt-get aptitude rpm oke oke-install.sh crontab terraform tofu curl wget kustomize"
  ).split(" "),
]);
/** Words that name a command in a report: `kubectl set image`. */
const MAX_NAME = 60;

export type FoundScripts = { readonly scripts: readonly Script[]; readonly found: readonly FoundCommand[] };

export type ScriptContext = {
  readonly targets: Targets;
  readonly origins: Origins;
  /** Text of the files that hold the scripts. */
  readonly readText: (file: string) => string | undefined;
};

export function scriptCommands(documents: readonly Document[], context: ScriptContext): FoundScripts {
  const scripts: Script[] = [];
  const found: FoundCommand[] = [];
  const all = documents.filter((document): document is ScriptDocument => document.format === "shell");
  const ephemeral = ephemeralScripts(all);
  for (const document of all) {
    const kept = relevant(document.commands);
    if (kept.length === 0) continue;
    const addresses = nodeAddresses(document.text);
    const script = scriptEntry(document, ephemeral.has(document), addresses, context);
    scripts.push(script);
    for (const index of kept) {
      found.push(
        foundCommand(document.commands[index]!, index, { document, script, addresses }, context.origins),
      );
    }
  }
  return { scripts, found };
}

function scriptEntry(
  document: ScriptDocument,
  ephemeral: boolean,
  addresses: NodeAddresses,
  { targets, origins, readText }: ScriptContext,
): Script {
  const { file, host, range } = document;
  const id = origins.next("script");
  const address = host === "file" ? file : `${file} (${host})`;
  const whole: Place = { file, range };
  const fileText = readText(file) ?? "";
  const pairs = placesOf(addresses, document, fileText);
  origins.set(id, {
    ...{ file, subject: host, title: address, path: [], object: whole },
    locate: ([part, index]) => ({
      place: (part === "node_ports" ? pairs[Number(index)] : undefined) ?? whole,
    }),
  });
  return {
    ...{ id, address, notation: "file", existence: "known", unknown: {} },
    ...{ file, host, ephemeral, nodes: targets.of(file, {}) },
    scheduled: isScheduled(fileText),
    node_ports: addresses.withPorts.map((pair) => pair.text),
  };
}

/** In a file of its own a script stands as it is; elsewhere its texts come in the order of the script. */
function placesOf(
  { withPorts }: NodeAddresses,
  { file, host, range, text: script }: ScriptDocument,
  fileText: string,
): Place[] {
  if (withPorts.length === 0) return [];
  const lines = new LineIndex(fileText);
  const whole = host === "file" && fileText === script;
  let from = lines.offset(range.start);
  return withPorts.map(({ text, offset }) => {
    const at = whole ? offset : fileText.indexOf(text, from);
    if (at === -1) return { file, range };
    from = at + text.length;
    return { file, range: lines.range([at, from]) };
  });
}

type Surroundings = {
  readonly document: ScriptDocument;
  readonly script: Script;
  readonly addresses: NodeAddresses;
};

function foundCommand(
  command: Command,
  index: number,
  { document, script, addresses }: Surroundings,
  origins: Origins,
): FoundCommand {
  const program = command.program!;
  const own = command.dashDash == null ? command.args : command.args.slice(0, command.dashDash);
  const parsed = parseCommand(program, own);
  const id = origins.next("command");
  const name = nameOf(program, parsed);
  setOrigin(origins, id, name, document.file, command);
  const entry: ScriptCommand = {
    ...{ id, address: name, notation: "command", existence: "known", unknown: {} },
    ...{ program, script: script.id, index, nodes: script.nodes },
    args: concealedWords(
      command.args.map(({ value }) => value),
      program,
    ),
    dash_dash: command.dashDash ?? -1,
    pipeline: command.pipeline,
    redirects: command.redirects.map(({ operator, target }) => ({ operator, target })),
    env: Object.fromEntries(
      Object.entries(command.env).map(([name, value]) => [name, hiddenValue(name, value)]),
    ),
    wrappers: command.wrappers,
    text: concealedText(command.text),
    ephemeral: script.ephemeral || isLocal(command, parsed),
    ...(parsed && { parsed: plain(parsed) }),
    ...(takesNodeAddress(command, document, addresses) && { node_address: true }),
  };
  return {
    entry: parsed ? withoutSecretPatch(entry, parsed) : withoutSaid(entry, document.commands),
    ...{ command, parsed, script: document },
  };
}

/** What is printed into a Secret is hidden whole. */
function withoutSaid(entry: ScriptCommand, commands: readonly Command[]): ScriptCommand {
  if (!/^(?:echo|printf)$/.test(entry.program)) return entry;
  const { id, index } = entry.pipeline;
  const behind = commands.filter(({ pipeline }) => pipeline.id === id && pipeline.index > index);
  if (!behind.some(({ text }) => /\bcreate[ \t]+secrets?\b[^\n]*\/dev\/(?:stdin|fd\/0)/.test(text)))
    return entry;
  return { ...entry, args: entry.args.map(() => CONCEALED), text: `${entry.program} ${CONCEALED}` };
}

/** In a word, or handed over by `xargs` from the command before. */
function takesNodeAddress(
  { args, wrappers, pipeline }: Command,
  { commands }: ScriptDocument,
  addresses: NodeAddresses,
): boolean {
  if (args.some(({ text }) => addresses.in(text))) return true;
  const before = commands.filter(
    (other) => other.pipeline.id === pipeline.id && other.pipeline.index < pipeline.index,
  );
  return (
    wrappers.some((wrapper) => wrapper === "xargs" || wrapper === "parallel") &&
    before.some(({ text }) => addresses.in(text))
  );
}

function relevant(commands: readonly Command[]): number[] {
  const asked = (command: Command) =>
    command.program !== null && (PROGRAMS.has(command.program) || runsNodeDoctor(command));
  const pipelines = new Set(commands.filter(asked).map(({ pipeline }) => pipeline.id));
  const beside = ({ pipeline, program }: Command) =>
    program !== null && pipeline.length > 1 && pipelines.has(pipeline.id);
  return commands.flatMap((command, index) => (asked(command) || beside(command) ? [index] : []));
}

/** `bash /usr/local/bin/node-doctor.sh` */
function runsNodeDoctor({ program, args }: Command): boolean {
  return (
    /^(?:ba|da|z|k)?sh$/.test(program ?? "") && args.some(({ value }) => value?.endsWith("node-doctor.sh"))
  );
}

function plain(parsed: Parsed): ParsedCommand {
  const { verb, subcommand, positionals, written, complete } = parsed;
  const flags = Object.entries(parsed.flags).map(([name, value]) => [name, hiddenValue(name, value)]);
  return {
    ...{ verb, subcommand, complete },
    flags: Object.fromEntries(flags),
    positionals: concealedWords(positionals),
    written: written.map(concealedText),
  };
}

/** `kubectl logs`, `oci ce cluster create`: what a person would call it. */
export function nameOf(program: string, parsed: Parsed | undefined): string {
  return [program, ...(parsed ? [parsed.verb, ...parsed.subcommand] : [])]
    .filter((word) => word !== "")
    .join(" ")
    .slice(0, MAX_NAME);
}

function setOrigin(origins: Origins, id: string, name: string, file: string, command: Command): void {
  const place = { file, range: command.range };
  const locate = ([part, index]: Path) => {
    const range = part === "args" && typeof index === "number" ? command.args[index]?.range : undefined;
    return { place: range ? { file, range } : place };
  };
  origins.set(id, { file, subject: name, title: `Command "${name}"`, path: [], locate, object: place });
}
