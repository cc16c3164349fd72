// What commands install: Helm charts and manifests from URLs. Takes commands, gives `charts` and `remote_manifests`. What a throw-away
// cluster gets is left out.
import { posix } from "node:path";
import { CONCEALED, concealedText } from "../../model/concealed-text.ts";
import type { Json } from "../../model/document.ts";
import type { Chart, RemoteManifest } from "../../model/inventory/package.ts";
import type { Origins } from "../origins.ts";
import { chartName, REMOTE } from "../remote.ts";
import { installedBy } from "./installers.ts";
import type { Flag, Parsed } from "./parse.ts";
import type { FoundCommand } from "./scripts.ts";

const HELM_VERBS: ReadonlySet<string> = new Set(["install", "upgrade", "template", "pull", "fetch"]);
const APPLYING: ReadonlySet<string> = new Set(["apply", "create", "replace"]);
const DOWNLOADING: ReadonlySet<string> = new Set(["curl", "wget", "kustomize", "kubectl"]);
/** What a pipeline may do with what is printed into it other than to install it. */
const UNDOING: ReadonlySet<string> = new Set(["delete", "diff"]);
/** Manifests that are commonly fetched by hand, by the name they are published under. */
const PUBLISHED =
  /(?:^|\/)(?:calico|canal|tigera-operator|kube-flannel|weave-daemonset-k8s|multus-daemonset|antrea|cilium)[\w.-]*\.ya?ml$/;

export type Packages = {
  readonly charts: readonly Chart[];
  readonly remote_manifests: readonly RemoteManifest[];
};

/** `isRead` tells whether the repository has a file of that name, which then speaks for itself. */
export function packagesOf(
  commands: readonly FoundCommand[],
  origins: Origins,
  isRead: (name: string) => boolean,
): Packages {
  const charts: Chart[] = [];
  const remote_manifests: RemoteManifest[] = [];
  const undone = new Set(commands.filter(undoes).map(pipelineOf));
  const scripts = byScript(commands, isRead);
  for (const found of commands) {
    if (found.entry.ephemeral || undone.has(pipelineOf(found)) || rehearses(found)) continue;
    const chart = chartOf(found);
    if (chart) charts.push({ ...entry(found, "chart", origins), ...chart, via: "helm-command" });
    for (const { url, argument } of urlsOf(found, scripts.get(found.script)!)) {
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

function chartOf(found: FoundCommand): ChartFields | undefined {
  const {
    command: { program, args },
    parsed,
  } = found;
  const product = installedBy(found);
  if (product) return { ...product, namespace: "", values: null };
  if (program !== "helm" || !parsed || !HELM_VERBS.has(parsed.verb) || parsed.flags["help"] === true)
    return undefined;
  const reference = chartReference(parsed, args);
  if (reference === undefined) return undefined;
  const repository = flagText(parsed, "repo") ?? repositoryOf(reference);
  const chart = chartName(reference);
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

/** What a script's other commands say. */
type Surroundings = {
  readonly beside: readonly FoundCommand[];
  readonly downloads: ReadonlyMap<string, string>;
  readonly isRead: (name: string) => boolean;
};

function byScript(
  commands: readonly FoundCommand[],
  isRead: Surroundings["isRead"],
): ReadonlyMap<FoundCommand["script"], Surroundings> {
  const scripts = new Map<FoundCommand["script"], FoundCommand[]>();
  for (const found of commands) {
    const beside = scripts.get(found.script);
    if (beside) beside.push(found);
    else scripts.set(found.script, [found]);
  }
  return new Map(
    [...scripts].map(([script, beside]) => [script, { beside, downloads: downloadsOf(beside), isRead }]),
  );
}

function urlsOf({ command, parsed }: FoundCommand, { beside, downloads, isRead }: Surroundings): Url[] {
  if ((command.program !== "kubectl" && command.program !== "oc") || !parsed || !APPLYING.has(parsed.verb))
    return [];
  const given = parsed.flagList.filter(({ name }) => name === "filename" || name === "kustomize");
  const urls: Url[] = given.flatMap(({ value, text, index }) => {
    const words = typeof value === "string" ? value : text;
    // `kubectl apply -f <(curl URL)`
    if (words.startsWith("<("))
      return fetchedBy(beside.filter((other) => isInside(other, command))).map((url) => ({
        url,
        argument: index,
      }));
    return words.split(",").flatMap((one) => {
      if (REMOTE.test(one)) return [{ url: one, argument: index }];
      const fetched = downloads.get(posix.normalize(one));
      if (fetched !== undefined) return [{ url: fetched, argument: index }];
      return PUBLISHED.test(one) && !isRead(posix.basename(one)) ? [{ url: one, argument: index }] : [];
    });
  });
  if (!given.some(({ value }) => value === "-" || value === "/dev/stdin")) return urls;
  // `curl URL | kubectl apply -f -`
  const before = beside.filter(
    (other) =>
      other.command.pipeline.id === command.pipeline.id &&
      other.command.pipeline.index < command.pipeline.index,
  );
  return [...urls, ...fetchedBy(before).map((url) => ({ url }))];
}

function fetchedBy(commands: readonly FoundCommand[]): string[] {
  return commands
    .filter(({ command }) => DOWNLOADING.has(command.program ?? ""))
    .flatMap(({ command: { args } }) => args.map(written).filter((word) => REMOTE.test(word)));
}

function written({ value, text }: FoundCommand["command"]["args"][number]): string {
  return value ?? text.replaceAll(/^["']|["']$/g, "");
}

function isInside({ command: { range } }: FoundCommand, outer: FoundCommand["command"]): boolean {
  const [start, end] = [outer.range.start, outer.range.end];
  const follows =
    range.start.line > start.line || (range.start.line === start.line && range.start.column > start.column);
  const precedes =
    range.end.line < end.line || (range.end.line === end.line && range.end.column <= end.column);
  return follows && precedes;
}

/** What a script has put into files before, by name: `curl -o calico.yaml URL`, `wget URL`, `curl URL > calico.yaml`. */
function downloadsOf(commands: readonly FoundCommand[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { command } of commands) {
    if (command.program !== "curl" && command.program !== "wget") continue;
    const words = command.args.map(written);
    const url = words.find((word) => REMOTE.test(word));
    if (url === undefined) continue;
    const option =
      command.program === "curl" ? /^(?:-[A-Za-z]*o|--output)$/ : /^(?:-[A-Za-z]*O|--output-document)$/;
    const at = words.findIndex((word) => option.test(word));
    const redirect = command.redirects.find(({ operator }) => /^[>&]/.test(operator))?.target;
    const file =
      (at === -1 ? undefined : words[at + 1]) ?? redirect ?? posix.basename(url.replace(/[?#].*$/, ""));
    files.set(posix.normalize(file), url);
  }
  return files;
}

function pipelineOf({ script, command }: FoundCommand): string {
  return `${script.file} ${script.host} ${script.range.start.line} ${command.pipeline.id}`;
}

/** `… | kubectl delete -f -` */
function undoes({ command, parsed }: FoundCommand): boolean {
  return (
    command.program === "kubectl" && parsed !== undefined && (UNDOING.has(parsed.verb) || isRehearsal(parsed))
  );
}

function rehearses({ command, parsed }: FoundCommand): boolean {
  return (
    command.program === "helm" && parsed !== undefined && parsed.verb !== "template" && isRehearsal(parsed)
  );
}

function isRehearsal({ flags }: Parsed): boolean {
  const mode = flags["dry-run"];
  return mode === true || (typeof mode === "string" && !/^(?:none|false)$/.test(mode));
}
