// Taskfiles: the commands of every task. Takes a document, gives its scripts with `{{ … }}` masked.
import type { Json } from "../../../model/document.ts";
import type { Path } from "../../../model/place.ts";
import type { HostedLine, HostedScript, HostReader } from "../hosted-script.ts";
import { type MappedText, maskBetween, UNKNOWN, wholeText } from "../mapped-text.ts";
import { baseName, entriesOf, isObject, itemsOf, literalVariables } from "./json.ts";

const FILE = /^taskfile(?:[._-][\w.-]*)?\.ya?ml$/i;
/** What stands in a template that is a variable alone. */
const VARIABLE = /^-?\s*\.([A-Za-z_]\w*)\s*-?$/;

export const taskfileScripts: HostReader = ({ file, value }) => {
  if (!isObject(value) || !isObject(value["tasks"])) return undefined;
  if (!FILE.test(baseName(file)) && !("version" in value)) return undefined;
  const shared = variablesOf(value);
  const scripts: HostedScript[] = [];
  const dynamic = dynamicLines(value["vars"], ["vars"]);
  if (dynamic.length > 0)
    scripts.push({ host: "task", lines: dynamic, mask: (text) => maskTemplates(text, shared) });
  for (const [name, task] of entriesOf(value["tasks"])) {
    const at = ["tasks", name];
    const lines = [
      ...(isObject(task)
        ? [
            ...dynamicLines(task["vars"], [...at, "vars"]),
            ...conditions(task, at),
            ...commandLines(task["cmds"] ?? task["cmd"], [...at, "cmds" in task ? "cmds" : "cmd"]),
          ]
        : commandLines(task, at)),
    ];
    const variables = isObject(task) ? { ...shared, ...variablesOf(task) } : shared;
    if (lines.length > 0)
      scripts.push({
        host: `task:${name}`,
        lines,
        variables,
        mask: (text) => maskTemplates(text, variables),
      });
  }
  return scripts;
};

function variablesOf(holder: { readonly [key: string]: Json }): Record<string, string | null> {
  const template = (text: string) => text.includes("{{") || text.includes("$");
  const variables = {
    ...literalVariables(holder["env"], template),
    ...literalVariables(holder["vars"], template),
  };
  // `K: kubectl -n {{.NS}}` is known but for what is filled in.
  for (const [name, value] of entriesOf(holder["vars"]))
    if (typeof value === "string" && value.includes("{{") && !value.includes("$"))
      variables[name] = maskTemplates(wholeText(value), variables).text;
  return variables;
}

function commandLines(value: Json | undefined, path: Path): HostedLine[] {
  if (typeof value === "string") return [{ path }];
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => commandLines(item, [...path, index]));
  if (!isObject(value)) return [];
  const key = ["cmd", "defer"].find((name) => typeof value[name] === "string");
  return key === undefined ? [] : [{ path: [...path, key] }];
}

function conditions(task: { readonly [key: string]: Json }, at: Path): HostedLine[] {
  const status = itemsOf(task["status"]).map((_, index) => ({ path: [...at, "status", index] }));
  const preconditions = itemsOf(task["preconditions"]).map((item, index) => ({
    path: isObject(item) ? [...at, "preconditions", index, "sh"] : [...at, "preconditions", index],
  }));
  return [...status, ...preconditions];
}

/** `vars: {X: {sh: …}}` runs a command. */
function dynamicLines(vars: Json | undefined, at: Path): HostedLine[] {
  return entriesOf(vars).flatMap(([name, value]) =>
    isObject(value) && typeof value["sh"] === "string" ? [{ path: [...at, name, "sh"] }] : [],
  );
}

function maskTemplates(text: MappedText, variables: Readonly<Record<string, string | null>>): MappedText {
  return maskBetween(text, "{{", "}}", (inside) => {
    const name = VARIABLE.exec(inside)?.[1];
    return (name !== undefined && Object.hasOwn(variables, name) ? variables[name] : null) ?? UNKNOWN;
  });
}
