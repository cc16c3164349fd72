// Objects that commands change, or make, in words of their own: `kubectl patch deployment web -p '{…}'`, `kubectl run --overrides`.
// Takes scripts, gives patches as documents that stand at their command; a text that cannot be known gives none.
import type { Command, DataDocument, Document, Json, ScriptDocument } from "../../model/document.ts";
import { own } from "../../model/own.ts";
import { isObject, text } from "../kubernetes.ts";
import { operations } from "../kustomize.ts";
import type { Target } from "../kustomize-target.ts";
import { ephemeralScripts } from "./ephemeral-calls.ts";
import { isLocal, isRehearsal, type Parsed, parseCommand } from "./parse.ts";

export type ReadText = (text: string) => Json | undefined;

type Kind = Pick<Target, "group" | "kind">;

const DEPLOYMENT: Kind = { group: "apps", kind: "Deployment" };
const STATEFUL_SET: Kind = { group: "apps", kind: "StatefulSet" };
const REPLICA_SET: Kind = { group: "apps", kind: "ReplicaSet" };
const CRON_JOB: Kind = { group: "batch", kind: "CronJob" };
const SERVICE_ACCOUNT: Kind = { group: "", kind: "ServiceAccount" };
const SECRET: Kind = { group: "", kind: "Secret" };
const POD: Kind = { group: "", kind: "Pod" };

/**
 * By the names that kubectl takes. Pods can hardly be patched, Services and Namespaces have rules of their own for commands, and most
 * DaemonSets that a script patches are the cluster's.
 */
const KINDS: Readonly<Record<string, Kind>> = {
  deployment: DEPLOYMENT,
  deployments: DEPLOYMENT,
  deploy: DEPLOYMENT,
  statefulset: STATEFUL_SET,
  statefulsets: STATEFUL_SET,
  sts: STATEFUL_SET,
  replicaset: REPLICA_SET,
  replicasets: REPLICA_SET,
  rs: REPLICA_SET,
  cronjob: CRON_JOB,
  cronjobs: CRON_JOB,
  cj: CRON_JOB,
  serviceaccount: SERVICE_ACCOUNT,
  serviceaccounts: SERVICE_ACCOUNT,
  sa: SERVICE_ACCOUNT,
  secret: SECRET,
  secrets: SECRET,
};
const PROGRAMS: ReadonlySet<string> = new Set(["kubectl", "oc"]);

export function commandPatches(documents: readonly Document[], read: ReadText): DataDocument[] {
  const scripts = documents.filter((document): document is ScriptDocument => document.format === "shell");
  const ephemeral = ephemeralScripts(scripts);
  return scripts
    .filter((script) => !ephemeral.has(script))
    .flatMap((script) => script.commands.flatMap((command) => patchOf(command, script.file, read) ?? []));
}

function patchOf(command: Command, file: string, read: ReadText): DataDocument | undefined {
  if (command.program === null || !PROGRAMS.has(command.program)) return undefined;
  if (!/\s(?:patch|run)\s/.test(command.text)) return undefined;
  const words = command.dashDash == null ? command.args : command.args.slice(0, command.dashDash);
  const parsed = parseCommand(command.program, words);
  if (parsed === undefined || isLocal(command, parsed)) return undefined;
  const stated = parsed.flags[parsed.verb === "run" ? "overrides" : "patch"];
  const target = parsed.verb === "run" ? runTarget(parsed) : patchTarget(parsed);
  // Whatever becomes of it, the values of a Secret are written out.
  if (isRehearsal(parsed) && target?.kind !== SECRET.kind) return undefined;
  const value = typeof stated === "string" && target ? read(stated) : undefined;
  if (target === undefined || value === undefined) return undefined;
  const document: DataDocument = {
    format: "yaml",
    file,
    comments: [],
    value,
    partial: true,
    origin: "heredoc",
    locate: () => command.range,
    sourceText: () => undefined,
  };
  if (Array.isArray(value)) return operations(document, value, target);
  return isObject(value) ? { ...document, value: named(value, target) } : undefined;
}

function runTarget({ positionals: [name], flags }: Parsed): Target {
  return targetOf(POD, name ?? "", flags);
}

/** `deployment/web` or `deployment web`, with or without the group: `deployments.apps`. */
function patchTarget({ verb, positionals, flags }: Parsed): Target | undefined {
  if (verb !== "patch") return undefined;
  const [first, second] = positionals;
  const [kind = "", name] = (first ?? "").split("/");
  const known = own(KINDS, kind.toLowerCase().replace(/\..*$/, ""));
  return known && targetOf(known, name ?? second ?? "", flags);
}

function targetOf(kind: Kind, name: string, flags: Parsed["flags"]): Target {
  const namespace = flags["namespace"];
  return { ...kind, version: "v1", name, namespace: typeof namespace === "string" ? namespace : "" };
}

function named(
  value: { readonly [key: string]: Json },
  { group, version, kind, name, namespace }: Target,
): Json {
  const metadata = isObject(value["metadata"]) ? value["metadata"] : {};
  return {
    ...value,
    apiVersion: group === "" ? version : `${group}/${version}`,
    kind,
    metadata: { ...metadata, name: name || text(metadata["name"]), namespace },
  };
}
