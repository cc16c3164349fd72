// Scripts and their commands. Takes script documents, gives `scripts` and `commands` with the places of every command and argument.
// Keeps only commands that some rule may ask for, and what shares a pipeline with them.
import type { Command, Document, ScriptDocument } from "../../model/document.ts";
import type { Script, ScriptCommand } from "../../model/inventory.ts";
import type { Path } from "../../model/place.ts";
import type { Origins } from "../origins.ts";
import type { Targets } from "../targets.ts";
import { type Parsed, parseCommand } from "./parse.ts";

/** Programs that rules ask for. */
const PROGRAMS: ReadonlySet<string> = new Set(
  (
    "kubectl oc oci ocne helm istioctl cilium linkerd skaffold skaffold.portForward kubernetes.core.k8s_exec stern kail kubetail k9s ssh scp " +
    "node-doctor.sh kubeadm dnf yum microdnf apt apt-get aptitude rpm oke oke-install.sh crontab terraform tofu curl wget kustomize"
  ).split(" "),
);
/** Contexts of clusters on the developer's own machine. */
const LOCAL_CONTEXT =
  /^(?:kind-|k3d-|minikube|docker-desktop|docker-for-desktop|rancher-desktop|colima|orbstack|kwok-)/;
/** Words that name a command in a report: `kubectl set image`. */
const MAX_NAME = 60;

export type FoundCommand = {
  readonly entry: ScriptCommand;
  readonly command: Command;
  readonly parsed: Parsed | undefined;
  readonly script: ScriptDocument;
};

export type FoundScripts = { readonly scripts: readonly Script[]; readonly found: readonly FoundCommand[] };

export function scriptCommands(
  documents: readonly Document[],
  targets: Targets,
  origins: Origins,
): FoundScripts {
  const scripts: Script[] = [];
  const found: FoundCommand[] = [];
  for (const document of documents) {
    if (document.format !== "shell") continue;
    const kept = relevant(document.commands);
    if (kept.length === 0) continue;
    const id = origins.next("script");
    const ephemeral = document.ephemeral === true;
    const title = document.host === "file" ? document.file : `${document.file} (${document.host})`;
    const place = { file: document.file, range: document.range };
    origins.set(id, {
      file: document.file,
      subject: document.host,
      title,
      path: [],
      locate: () => ({ place }),
      object: place,
    });
    scripts.push({
      ...{ id, address: title, notation: "file", existence: "known", unknown: {} },
      ...{ file: document.file, host: document.host, ephemeral, text: document.text },
    });
    for (const index of kept) {
      const command = document.commands[index]!;
      const program = command.program!;
      const own = command.dashDash == null ? command.args : command.args.slice(0, command.dashDash);
      const parsed = parseCommand(program, own);
      const entryId = origins.next("command");
      const name = nameOf(program, parsed);
      setOrigin(origins, entryId, name, document.file, command);
      const entry: ScriptCommand = {
        ...{ id: entryId, address: name, notation: "command", existence: "known", unknown: {} },
        ...{ program, script: id, index, nodes: targets.of(document.file, {}) },
        args: command.args.map(({ value }) => value),
        dash_dash: command.dashDash ?? -1,
        pipeline: command.pipeline,
        redirects: command.redirects.map(({ operator, target }) => ({ operator, target })),
        env: command.env,
        wrappers: command.wrappers,
        text: command.text,
        ephemeral: ephemeral || isLocal(command, parsed),
        ...(parsed && { parsed: plain(parsed) }),
      };
      found.push({ entry, command, parsed, script: document });
    }
  }
  return { scripts, found };
}

function relevant(commands: readonly Command[]): number[] {
  const asked = (command: Command) => command.program !== null && PROGRAMS.has(command.program);
  const pipelines = new Set(commands.filter(asked).map(({ pipeline }) => pipeline.id));
  const beside = ({ pipeline, program }: Command) =>
    program !== null && pipeline.length > 1 && pipelines.has(pipeline.id);
  return commands.flatMap((command, index) => (asked(command) || beside(command) ? [index] : []));
}

function plain({
  verb,
  subcommand,
  flags,
  positionals,
  complete,
}: Parsed): NonNullable<ScriptCommand["parsed"]> {
  return { verb, subcommand, flags, positionals, complete };
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

function isLocal({ text }: Command, parsed: Parsed | undefined): boolean {
  const context = parsed?.flags["context"] ?? parsed?.flags["kube-context"];
  return (typeof context === "string" && LOCAL_CONTEXT.test(context)) || /\bminikube\s+kubectl\b/.test(text);
}
