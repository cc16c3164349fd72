// The addresses that a command applies manifests from: named by it, printed into it, or put into a file by the commands before. Takes a
// command and what its script says beside it; fetches nothing.
import { posix } from "node:path";
import { groupBy } from "../../model/group.ts";
import { REMOTE } from "../remote.ts";
import type { FoundCommand } from "./found-command.ts";

const APPLYING: ReadonlySet<string> = new Set(["apply", "create", "replace"]);
const DOWNLOADING: ReadonlySet<string> = new Set(["curl", "wget", "kustomize", "kubectl"]);
/** Manifests that are commonly fetched by hand, by the name they are published under. */
const PUBLISHED =
  /(?:^|\/)(?:calico|canal|tigera-operator|kube-flannel|weave-daemonset-k8s|multus-daemonset|antrea|cilium)[\w.-]*\.ya?ml$/;

/** `argument`: the index of the word that says it. */
type Url = { readonly url: string; readonly argument?: number };

/** What a script's other commands say. */
type Surroundings = {
  readonly beside: readonly FoundCommand[];
  readonly downloads: ReadonlyMap<string, string>;
  readonly isRead: (name: string) => boolean;
};

/** By script. */
export function surroundings(
  commands: readonly FoundCommand[],
  isRead: Surroundings["isRead"],
): ReadonlyMap<FoundCommand["script"], Surroundings> {
  const scripts = groupBy(commands, ({ script }) => script);
  return new Map(
    [...scripts].map(([script, beside]) => [script, { beside, downloads: downloadsOf(beside), isRead }]),
  );
}

export function urlsOf(
  { command, parsed }: FoundCommand,
  { beside, downloads, isRead }: Surroundings,
): Url[] {
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
