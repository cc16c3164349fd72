// Ansible: the commands of shell tasks. Takes a document, gives its scripts with Jinja masked.
import type { Json } from "../../../model/document.ts";
import type { Path } from "../../../model/place.ts";
import type { HostedScript, HostReader } from "../embedded.ts";
import { UNKNOWN, maskPattern } from "../mapped-text.ts";
import { type JsonObject, isObject, itemsOf, textOf } from "./json.ts";

const MODULES = /^(?:ansible\.(?:builtin|legacy)\.)?(?:shell|command)$/;
/** Runs a command in a pod, as `kubectl exec` does. */
const POD_MODULE = /^(?:kubernetes\.core\.|community\.(?:kubernetes|okd)\.)?k8s_exec$/;
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
  collect(value, [], 0, scripts);
  return scripts;
};

function collect(list: readonly Json[], path: Path, depth: number, scripts: HostedScript[]): void {
  if (depth > MAX_DEPTH) return;
  list.forEach((item, index) => {
    if (!isObject(item)) return;
    const at = [...path, index];
    for (const key of Object.keys(item)) {
      if (POD_MODULE.test(key)) {
        const command = "kubernetes.core.k8s_exec";
        scripts.push({ host: hostOf(item), lines: [{ command, at: [...at, key] }] });
      }
      if (!MODULES.test(key)) continue;
      const command = commandPath(item, key);
      if (command === null) continue;
      scripts.push({
        host: hostOf(item),
        lines: [{ path: [...at, ...command] }],
        mask: (text) =>
          maskPattern(text, /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g, ([match]) =>
            match.startsWith("{%") ? "" : UNKNOWN,
          ),
      });
    }
    for (const key of LISTS) collect(itemsOf(item[key]), [...at, key], depth + 1, scripts);
  });
}

function hostOf(task: JsonObject): string {
  return `ansible:${textOf(task["name"]) ?? "task"}`;
}

function commandPath(task: JsonObject, key: string): Path | null {
  const value = task[key];
  if (typeof value === "string") return [key];
  return isObject(value) && typeof value["cmd"] === "string" ? [key, "cmd"] : null;
}
