// GitLab pipelines: `before_script`, `script` and `after_script` of every job. Takes a document, gives its scripts.
import type { Json } from "../../../model/document.ts";
import type { Path } from "../../../model/place.ts";
import type { HostedLine, HostedScript, HostReader } from "../hosted-script.ts";
import { baseName, entriesOf, isObject, literalVariables } from "./json.ts";

const FILE = /(?:^|\.)gitlab-ci(?:\.[\w.-]+)?\.ya?ml$/;
/** Keys that only a job has beside its script. */
const JOB_KEYS = [
  "stage",
  "image",
  "rules",
  "only",
  "except",
  "extends",
  "tags",
  "artifacts",
  "needs",
  "before_script",
];
/** Lists in lists come from `!reference` and anchors. */
const MAX_DEPTH = 10;

export const gitlabScripts: HostReader = ({ file, value }) => {
  if (!isObject(value)) return undefined;
  const named = FILE.test(baseName(file)) || /(?:^|\/)\.gitlab(?:-ci)?\//.test(file);
  const shaped =
    entriesOf(value).some(
      ([name, job]) =>
        isObject(job) &&
        "script" in job &&
        // `.deploy:`, in a file that others include.
        (JOB_KEYS.some((key) => key in job) || (/^\.\w/.test(name) && Array.isArray(job["script"]))),
    ) && !("pool" in value || "trigger" in value || "language" in value || "apiVersion" in value);
  if (!named && !shaped) return undefined;
  const shared = literalVariables(value["variables"], () => false);
  const scripts: HostedScript[] = [];
  const add = (host: string, lines: readonly HostedLine[], variables: HostedScript["variables"]) => {
    if (lines.length > 0) scripts.push({ host, lines, variables: { ...shared, ...variables } });
  };
  for (const key of ["before_script", "after_script"])
    add("gitlab:default", linesOf(value[key], [key], 0), {});
  for (const [name, job] of entriesOf(value)) {
    if (!isObject(job)) continue;
    const variables = literalVariables(job["variables"], () => false);
    // Both run in one shell.
    const lines = ["before_script", "script"].flatMap((key) => linesOf(job[key], [name, key], 0));
    add(`gitlab:${name}`, lines, variables);
    add(`gitlab:${name}`, linesOf(job["after_script"], [name, "after_script"], 0), variables);
    const hooks = isObject(job["hooks"]) ? job["hooks"]["pre_get_sources_script"] : undefined;
    add(`gitlab:${name}`, linesOf(hooks, [name, "hooks", "pre_get_sources_script"], 0), variables);
  }
  return scripts;
};

/** A script is a text, or a list of texts and lists. */
function linesOf(value: Json | undefined, path: Path, depth: number): HostedLine[] {
  if (typeof value === "string") return [{ path }];
  if (!Array.isArray(value) || depth > MAX_DEPTH) return [];
  return value.flatMap((item: Json, index) => linesOf(item, [...path, index], depth + 1));
}
