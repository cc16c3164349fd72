// skaffold: lifecycle hooks that run on the host, custom build commands, and the ports that it forwards. Hooks in containers run
// elsewhere. Takes a document.
import type { Json } from "../../../model/document.ts";
import type { Path } from "../../../model/place.ts";
import type { HostedLine, HostedScript, HostReader } from "../hosted-script.ts";
import { maskBetween, UNKNOWN } from "../mapped-text.ts";
import { isObject, textOf } from "./json.ts";

const MAX_DEPTH = 20;
/** Stands for the section that makes `skaffold dev` do what `kubectl port-forward` does. */
const PORT_FORWARD = "skaffold.portForward";

export const skaffoldScripts: HostReader = ({ value }) => {
  if (!isObject(value) || !textOf(value["apiVersion"])?.startsWith("skaffold/")) return undefined;
  const scripts: HostedScript[] = [];
  collect(value, [], 0, scripts);
  return scripts;
};

function collect(value: Json | undefined, path: Path, depth: number, scripts: HostedScript[]): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, [...path, index], depth + 1, scripts);
  }
  if (!isObject(value)) return;
  for (const [key, entry] of Object.entries(value)) {
    const at = [...path, key];
    if (key === "buildCommand" && typeof entry === "string") add(scripts, "skaffold:build", { path: at });
    else if (key === "portForward") {
      if (Array.isArray(entry) && entry.length > 0)
        add(scripts, "skaffold:portForward", { command: PORT_FORWARD, at });
    } else if (key === "hooks") hooks(entry, at, scripts);
    else collect(entry, at, depth + 1, scripts);
  }
}

function hooks(value: Json, path: Path, scripts: HostedScript[]): void {
  if (!isObject(value)) return;
  for (const [moment, list] of Object.entries(value)) {
    if (!Array.isArray(list)) continue;
    list.forEach((hook: Json, index) => {
      if (!isObject(hook)) return;
      const inner = isObject(hook["host"]) ? hook["host"] : hook;
      const at = [...path, moment, index, ...(inner === hook ? [] : ["host"]), "command"];
      const { command } = inner;
      if (Array.isArray(command))
        add(scripts, `skaffold:${moment}`, { words: command.map((_, word) => [...at, word]) });
    });
  }
}

function add(scripts: HostedScript[], host: string, line: HostedLine): void {
  scripts.push({
    host,
    lines: [line],
    mask: (text) => maskBetween(text, "{{", "}}", () => UNKNOWN),
  });
}
