// Ansible: the commands of shell tasks. Takes a document, gives its scripts with Jinja masked.
import type { Json } from "../../../model/document.ts";
import type { Path } from "../../../model/place.ts";
import type { HostedScript, HostReader } from "../hosted-script.ts";
import { type MappedText, maskBetween, maskPattern, UNKNOWN } from "../mapped-text.ts";
import { isObject, itemsOf, type JsonObject, literalVariables, textOf } from "./json.ts";

const MODULES = /^(?:ansible\.(?:builtin|legacy)\.)?(?:shell|command|raw)$/;
/** Run a command in a pod, or copy into it, as `kubectl exec` and `kubectl cp` do. */
const POD_MODULE = /^(?:kubernetes\.core\.|community\.(?:kubernetes|okd)\.)?(k8s_exec|k8s_cp)$/;
/** Install what is said to them. */
const CHART_MODULE = /^(?:kubernetes\.core\.|community\.kubernetes\.)?helm$/;
const MANIFEST_MODULE = /^(?:kubernetes\.core\.|community\.(?:kubernetes|okd)\.)?k8s$/;
/** `action: command …` and `local_action: shell …`, the module as the first word. */
const ACTION = /^(?:local_)?action$/;
const PLAIN_WORD = /^[\w./:@?&=%+~-]+$/;
const PACKAGES = /^(?:ansible\.(?:builtin|legacy)\.)?(dnf5?|yum|apt|package)$/;
const LISTS = ["pre_tasks", "tasks", "post_tasks", "handlers", "block", "rescue", "always"];
const MAX_DEPTH = 20;

export const ansibleScripts: HostReader = ({ file, value }) => {
  if (!Array.isArray(value)) return undefined;
  const plays = value.some(
    (item) => isObject(item) && "hosts" in item && (LISTS.some((key) => key in item) || "roles" in item),
  );
  const tasks =
    /(?:^|\/)(?:tasks|handlers)\/[^/]+\.ya?ml$/.test(file) ||
    value.some((item) => isObject(item) && Object.keys(item).some((key) => key.includes(".builtin.")));
  if (!plays && !tasks) return undefined;
  const scripts: HostedScript[] = [];
  collect(value, [], { depth: 0, variables: {} }, scripts);
  return scripts;
};

type Around = {
  readonly depth: number;
  /** `vars:` of the play, the block and the task. */
  readonly variables: Readonly<Record<string, string | null>>;
};

function collect(list: readonly Json[], path: Path, around: Around, scripts: HostedScript[]): void {
  if (around.depth > MAX_DEPTH) return;
  list.forEach((item, index) => {
    if (!isObject(item)) return;
    const at = [...path, index];
    const variables = {
      ...around.variables,
      ...literalVariables(item["vars"], (text) => text.includes("{{")),
    };
    const mask = (text: MappedText) => masked(text, variables);
    for (const key of Object.keys(item)) {
      const module = moduleCommand(key, item[key]!);
      if (module !== null)
        scripts.push({ host: hostOf(item), lines: [{ ...module, at: [...at, ...module.at] }] });
      const argv = MODULES.test(key) && isObject(item[key]) ? itemsOf(item[key]["argv"]) : [];
      if (argv.length > 0) {
        const words = argv.map((_, word) => [...at, key, "argv", word]);
        scripts.push({ host: hostOf(item), lines: [{ words }], mask });
      }
      const update = updateOf(item, key);
      if (update !== null)
        scripts.push({ host: hostOf(item), lines: [{ command: update, at: [...at, key] }] });
      if (!MODULES.test(key) && !ACTION.test(key)) continue;
      const command = commandPath(item, key);
      if (command === null) continue;
      scripts.push({
        host: hostOf(item),
        lines: [{ path: [...at, ...command] }],
        mask: ACTION.test(key) ? (text) => mask(withoutModule(text)) : mask,
      });
    }
    for (const key of LISTS)
      collect(itemsOf(item[key]), [...at, key], { depth: around.depth + 1, variables }, scripts);
  });
}

function masked(text: MappedText, variables: Around["variables"]): MappedText {
  const values = maskBetween(text, "{{", "}}", (inside) => {
    const name = inside.trim();
    return (Object.hasOwn(variables, name) ? variables[name] : null) ?? UNKNOWN;
  });
  return maskBetween(values, "{%", "%}", () => "");
}

function withoutModule(text: MappedText): MappedText {
  return maskPattern(text, /^\s*(?:ansible\.(?:builtin|legacy)\.)?(?:shell|command)\s/g, () => "");
}

/** What a module does, as the command that does the same. */
function moduleCommand(key: string, settings: Json): { readonly command: string; readonly at: Path } | null {
  const pod = POD_MODULE.exec(key)?.[1];
  if (pod !== undefined) return { command: `kubernetes.core.${pod}`, at: [key] };
  if (!isObject(settings) || settings["state"] === "absent") return null;
  const chart = CHART_MODULE.test(key) ? textOf(settings["chart_ref"]) : undefined;
  if (chart !== undefined && PLAIN_WORD.test(chart)) {
    const repository = textOf(settings["chart_repo_url"]) ?? "";
    const repo = PLAIN_WORD.test(repository) ? ` --repo ${repository}` : "";
    return { command: `helm install ansible ${chart}${repo}`, at: [key, "chart_ref"] };
  }
  const source = MANIFEST_MODULE.test(key) ? textOf(settings["src"]) : undefined;
  return source !== undefined && /^https?:/.test(source) && PLAIN_WORD.test(source)
    ? { command: `kubectl apply -f '${source}'`, at: [key, "src"] }
    : null;
}

function hostOf(task: JsonObject): string {
  return `ansible:${textOf(task["name"]) ?? "task"}`;
}

function commandPath(task: JsonObject, key: string): Path | null {
  const value = task[key];
  if (typeof value === "string")
    return ACTION.test(key) && !/^\s*(?:ansible\.(?:builtin|legacy)\.)?(?:shell|command)\s/.test(value)
      ? null
      : [key];
  return isObject(value) && typeof value["cmd"] === "string" ? [key, "cmd"] : null;
}

/** Modules that bring packages that are there to a newer version, as the command that does the same. */
function updateOf(task: JsonObject, key: string): string | null {
  const program = PACKAGES.exec(key)?.[1];
  if (program === undefined) return null;
  const value = task[key];
  const given = typeof value === "string" ? wordsOf(value) : isObject(value) ? value : {};
  if (given["state"] !== "latest" && given["only_upgrade"] !== true) return null;
  const names = [given["name"], given["pkg"], given["package"]].flatMap((one) =>
    Array.isArray(one) ? one : [one],
  );
  const plain = names.flatMap((name) =>
    typeof name === "string" && /^[\w.+*=:, -]+$/.test(name) ? name.split(",") : [],
  );
  if (plain.length === 0) return null;
  const words = plain.map((name) => `'${name.trim()}'`).join(" ");
  return program === "apt" ? `apt-get install --only-upgrade ${words}` : `dnf update ${words}`;
}

/** `name=kubelet state=latest` */
function wordsOf(text: string): JsonObject {
  return Object.fromEntries([...text.matchAll(/\b(\w+)=(\S+)/g)].map(([, name, word]) => [name!, word!]));
}
