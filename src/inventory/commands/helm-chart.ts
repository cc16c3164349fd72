// The chart that a command installs, renders or fetches. Takes a command, gives what its words say of the chart; files of values are not
// opened.
import { posix } from "node:path";
import { CONCEALED, concealedText } from "../../model/concealed-text.ts";
import type { Json } from "../../model/document.ts";
import type { Chart } from "../../model/inventory/package.ts";
import { chartName } from "../remote.ts";
import type { FoundCommand } from "./found-command.ts";
import { installedBy } from "./installers.ts";
import type { Flag, Parsed } from "./parse.ts";

const HELM_VERBS: ReadonlySet<string> = new Set(["install", "upgrade", "template", "pull", "fetch"]);

type ChartFields = Pick<Chart, "chart" | "repository" | "namespace" | "values"> &
  Partial<Pick<Chart, "unknown">>;

export function chartOf(found: FoundCommand): ChartFields | undefined {
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
    repository: concealedText(repository),
    namespace: flagText(parsed, "namespace") ?? "",
    values: valuesOf(parsed.flagList),
    ...(files !== undefined && { unknown: { values: files.text } }),
  };
}

/** Files that charts get their values from, as paths from the root or from the script's folder. */
export function handedValuesFiles(commands: readonly FoundCommand[]): ReadonlySet<string> {
  return new Set(
    commands.flatMap(({ command: { program }, entry: { ephemeral }, parsed, script }) => {
      if (program !== "helm" || ephemeral || !parsed || !HELM_VERBS.has(parsed.verb)) return [];
      const named = parsed.flagList.filter(({ name }) => name === "values" || name === "f");
      const files = named.flatMap(({ value }) => (typeof value === "string" ? value.split(",") : []));
      return files.flatMap((file) => [posix.normalize(file), posix.join(posix.dirname(script.file), file)]);
    }),
  );
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
