// What commands install: Helm charts and manifests from URLs. Takes commands, gives `charts` and `remote_manifests`. What a throw-away
// cluster gets is left out.
import { posix } from "node:path";
import { CONCEALED, concealedText } from "../../model/concealed-text.ts";
import type { Json } from "../../model/document.ts";
import type { Chart, RemoteManifest } from "../../model/inventory.ts";
import type { Origins } from "../origins.ts";
import type { Flag, Parsed } from "./parse.ts";
import type { FoundCommand } from "./scripts.ts";

/** Programs that install what is a chart elsewhere, with that chart. */
const INSTALLERS: Readonly<Record<string, { readonly chart: string; readonly repository: string }>> = {
  istioctl: { chart: "istiod", repository: "https://istio-release.storage.googleapis.com/charts" },
  cilium: { chart: "cilium", repository: "https://helm.cilium.io" },
  linkerd: { chart: "linkerd-control-plane", repository: "https://helm.linkerd.io/stable" },
};
const HELM_VERBS: ReadonlySet<string> = new Set(["install", "upgrade", "template", "pull", "fetch"]);
const APPLYING: ReadonlySet<string> = new Set(["apply", "create", "replace"]);
const DOWNLOADING: ReadonlySet<string> = new Set(["curl", "wget", "kustomize", "kubectl"]);
const REMOTE = /^(?:https?:\/\/|(?:git@|ssh:\/\/git@)?github\.com[/:]|git::)/;

export type Packages = {
  readonly charts: readonly Chart[];
  readonly remote_manifests: readonly RemoteManifest[];
};

export function packagesOf(commands: readonly FoundCommand[], origins: Origins): Packages {
  const charts: Chart[] = [];
  const remote_manifests: RemoteManifest[] = [];
  for (const found of commands) {
    if (found.entry.ephemeral) continue;
    const chart = chartOf(found);
    if (chart) charts.push({ ...entry(found, "chart", origins), ...chart, via: "helm-command" });
    for (const { url, argument } of urlsOf(found, commands)) {
      remote_manifests.push({ ...entry(found, "remote", origins, argument), url: concealedText(url) });
    }
  }
  return { charts, remote_manifests };
}

/** Stands where the command stands, `argument` where one of its words says it. */
function entry(
  { entry: { id: command, address, nodes } }: FoundCommand,
  prefix: string,
  origins: Origins,
  argument?: number,
) {
  const id = origins.next(prefix);
  const origin = origins.get(command)!;
  const locate: typeof origin.locate = () => origin.locate(argument === undefined ? [] : ["args", argument]);
  origins.set(id, { ...origin, locate });
  return { id, address, notation: "command", existence: "known", unknown: {}, nodes } as const;
}

type ChartFields = Pick<Chart, "chart" | "repository" | "namespace" | "values"> &
  Partial<Pick<Chart, "unknown">>;

function chartOf({ command: { program, args }, parsed }: FoundCommand): ChartFields | undefined {
  const installer = Object.hasOwn(INSTALLERS, program!) ? INSTALLERS[program!] : undefined;
  if (installer) {
    const words = args.map(({ value }) => value);
    const crds = program === "linkerd" && words.includes("--crds");
    return words.find((word) => word !== null && !word.startsWith("-")) === "install" &&
      !crds &&
      !words.includes("--help")
      ? { ...installer, namespace: "", values: null }
      : undefined;
  }
  if (program !== "helm" || !parsed || !HELM_VERBS.has(parsed.verb) || parsed.flags["help"] === true)
    return undefined;
  const reference = chartReference(parsed, args);
  if (reference === undefined) return undefined;
  const repository = flagText(parsed, "repo") ?? repositoryOf(reference);
  const chart = posix.basename(reference.replace(/\/+$/, "")).replace(/-v?\d+\.\d+[\w.+-]*\.tgz$|\.tgz$/, "");
  if (chart === "" || chart === "." || chart === "..") return undefined;
  const files = parsed.flagList.find(
    ({ name }) => name === "values" || name === "f" || name === "reuse-values",
  );
  return {
    chart,
    repository,
    namespace: flagText(parsed, "namespace") ?? "",
    values: valuesOf(parsed.flagList),
    ...(files !== undefined && { unknown: { values: files.text } }),
  };
}

/** The operand that names the chart: the last one, after the release's name. */
function chartReference(
  { verb, positionals, operandIndexes, flags }: Parsed,
  args: FoundCommand["command"]["args"],
): string | undefined {
  const alone = verb === "pull" || verb === "fetch" || flags["generate-name"] === true;
  const at = alone ? 0 : verb === "template" ? positionals.length - 1 : 1;
  const index = operandIndexes[at];
  if (index === undefined) return undefined;
  const { value, text } = args[index]!;
  // "$REPO/istiod": the folder may be unknown, the name is not.
  const tail = value ?? text.replaceAll(/["']/g, "");
  return value === null && /[$`}]/.test(posix.basename(tail)) ? undefined : tail;
}

function repositoryOf(reference: string): string {
  if (/^\.{0,2}\//.test(reference)) return "";
  const at = reference.lastIndexOf("/");
  return at === -1 ? "" : reference.slice(0, at);
}

function flagText({ flags }: Parsed, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

/** `--set a.b=c,d=e` as an object; values stay text. */
function valuesOf(flags: readonly Flag[]): Json {
  type Branch = { [key: string]: Json | Branch };
  const root: Branch = Object.create(null) as Branch;
  let any = false;
  for (const { name, value: pairs } of flags) {
    if (!/^set(?:-string|-literal)?$/.test(name) || typeof pairs !== "string") continue;
    for (const pair of pairs.split(/(?<!\\),/)) {
      const equals = pair.indexOf("=");
      if (equals <= 0) continue;
      const path = pair.slice(0, equals).split(/(?<!\\)\./);
      let branch: Branch = root;
      for (const key of path.slice(0, -1)) {
        const next = branch[key];
        branch = branch[key] =
          next !== null && typeof next === "object" && !Array.isArray(next)
            ? (next as Branch)
            : (Object.create(null) as Branch);
      }
      const value = pair.slice(equals + 1);
      branch[path.at(-1)!] = concealedText(pair) === pair ? value : CONCEALED;
      any = true;
    }
  }
  return any ? (JSON.parse(JSON.stringify(root)) as Json) : null;
}

type Url = { readonly url: string; readonly argument?: number };

function urlsOf({ command, parsed, script }: FoundCommand, commands: readonly FoundCommand[]): Url[] {
  if ((command.program !== "kubectl" && command.program !== "oc") || !parsed || !APPLYING.has(parsed.verb))
    return [];
  const given = parsed.flagList.filter(({ name }) => name === "filename" || name === "kustomize");
  const urls: Url[] = given.flatMap(({ value, text, index }) => {
    const url = typeof value === "string" ? value : text;
    return url
      .split(",")
      .filter((one) => REMOTE.test(one))
      .map((one) => ({ url: one, argument: index }));
  });
  if (!given.some(({ value }) => value === "-" || value === "/dev/stdin")) return urls;
  // `curl URL | kubectl apply -f -`
  const before = commands.filter(
    (other) =>
      other.script === script &&
      other.command.pipeline.id === command.pipeline.id &&
      other.command.pipeline.index < command.pipeline.index &&
      DOWNLOADING.has(other.command.program ?? ""),
  );
  const fetched = before.flatMap(({ command: { args } }) =>
    args
      .map(({ value, text }) => value ?? text.replaceAll(/^["']|["']$/g, ""))
      .filter((word) => REMOTE.test(word)),
  );
  return [...urls, ...fetched.map((url) => ({ url }))];
}
