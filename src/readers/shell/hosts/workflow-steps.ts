// Steps of Tekton and Argo Workflows that are shell scripts. Takes a document, gives its scripts with what those fill in masked.
import type { Json } from "../../../model/document.ts";
import { isShellScript } from "../../../model/first-line.ts";
import { own } from "../../../model/own.ts";
import type { Path } from "../../../model/place.ts";
import type { HostedScript, HostReader } from "../hosted-script.ts";
import { maskBetween, maskPattern, UNKNOWN } from "../mapped-text.ts";
import { isObject, itemsOf, textOf } from "./json.ts";

const SHELL = /(?:^|\/)(?:ba|da|a|k|z)?sh$/;
/** Looks like a command to a shell, and is filled in before one sees it. */
const VARIABLE =
  /\$\((?:params|workspaces|results|context|tasks|finally|steps?|inputs|outputs)\b[^()\n]{0,200}\)/g;

/** Objects that hold steps, from the `spec` of each kind. */
const TASKS: Readonly<Record<string, readonly string[]>> = {
  Pipeline: ["tasks", "finally"],
  PipelineRun: ["tasks", "finally"],
};

export const workflowStepScripts: HostReader = ({ value }) => {
  if (!isObject(value)) return undefined;
  const [group] = (textOf(value["apiVersion"]) ?? "").split("/");
  if (group === "tekton.dev") return tekton(value);
  return group === "argoproj.io" ? argo(value) : undefined;
};

function tekton(object: { readonly [key: string]: Json }): HostedScript[] {
  const { kind, spec } = object;
  if (!isObject(spec)) return [];
  const lists = own(TASKS, String(kind)) ?? [];
  const below = kind === "PipelineRun" ? "pipelineSpec" : undefined;
  const pipeline = below === undefined ? spec : spec[below];
  const at: Path = below === undefined ? ["spec"] : ["spec", below];
  const tasks = lists.flatMap((list) =>
    itemsOf(isObject(pipeline) ? pipeline[list] : undefined).map((task, index) => ({
      task: isObject(task) ? task["taskSpec"] : undefined,
      path: [...at, list, index, "taskSpec"] as Path,
    })),
  );
  return [
    { task: spec, path: ["spec"] as Path },
    { task: spec["taskSpec"], path: ["spec", "taskSpec"] as Path },
    ...tasks,
  ].flatMap(({ task, path }) => (isObject(task) ? stepsOf(task, path) : []));
}

/** A script without a first line of its own is run by a shell. */
function stepsOf(task: { readonly [key: string]: Json }, path: Path): HostedScript[] {
  return ["steps", "sidecars"].flatMap((list) =>
    itemsOf(task[list]).flatMap((step, index): HostedScript[] => {
      const script = isObject(step) ? textOf(step["script"])?.trimStart() : undefined;
      if (!isObject(step) || script === undefined) return [];
      if (script.startsWith("#!") && !isShellScript(script)) return [];
      return [
        {
          host: `tekton:${textOf(step["name"]) ?? index + 1}`,
          lines: [{ path: [...path, list, index, "script"] }],
          mask: (text) => maskPattern(text, VARIABLE, () => UNKNOWN),
          job: "tekton",
        },
      ];
    }),
  );
}

function argo({ kind, spec }: { readonly [key: string]: Json }): HostedScript[] {
  const at = kind === "CronWorkflow" ? ["spec", "workflowSpec"] : ["spec"];
  const workflow = kind === "CronWorkflow" && isObject(spec) ? spec["workflowSpec"] : spec;
  return itemsOf(isObject(workflow) ? workflow["templates"] : undefined).flatMap(
    (template, index): HostedScript[] => {
      const script = isObject(template) ? template["script"] : undefined;
      if (!isObject(template) || !isObject(script) || typeof script["source"] !== "string") return [];
      const [program] = itemsOf(script["command"]);
      const first = script["source"].trimStart();
      const isShell = first.startsWith("#!") ? isShellScript(first) : SHELL.test(String(program));
      if (!isShell) return [];
      return [
        {
          host: `argo:${textOf(template["name"]) ?? index + 1}`,
          lines: [{ path: [...at, "templates", index, "script", "source"] }],
          mask: (text) => maskBetween(text, "{{", "}}", () => UNKNOWN),
          job: "argo",
        },
      ];
    },
  );
}
