// Azure Pipelines: `script:` and `bash:` steps and the inline scripts of tasks. Takes a document, gives its scripts masked.
import type { Json } from "../../../model/document.ts";
import type { Path } from "../../../model/place.ts";
import type { HostedScript, HostReader } from "../hosted-script.ts";
import { type MappedText, maskBetween, maskPattern, UNKNOWN } from "../mapped-text.ts";
import { baseName, entriesOf, isObject, itemsOf, type JsonObject, literalVariables, textOf } from "./json.ts";
import { plainCalls } from "./windows.ts";

const FILE = /(?:^|[._-])azure[-_]?pipelines?(?:[._-][\w.-]*)?\.ya?ml$/i;
const HOLDERS = [
  "stages",
  "jobs",
  "steps",
  "strategy",
  "runOnce",
  "rolling",
  "canary",
  "deploy",
  "preDeploy",
  "postRouteTraffic",
  "routeTraffic",
  "on",
  "failure",
  "success",
];
const MAX_DEPTH = 20;
const EXPRESSION = /\$\[[^\]]*\]|\$\(([A-Za-z_][\w.]*)\)/g;

export const azureScripts: HostReader = ({ file, value }) => {
  if (!isObject(value)) return undefined;
  // Other pipelines with steps of scripts (Google's, for one) are read as well, under a plain name.
  const named = FILE.test(baseName(file)) || "pool" in value || "trigger" in value;
  const steps = collectSteps(value, [], named ? "azure" : "steps", false, 0);
  const shaped =
    ("pool" in value || "trigger" in value || "stages" in value || "jobs" in value || "steps" in value) &&
    steps.some(
      ({ step }) =>
        "bash" in step || "task" in step || ("script" in step && !("name" in step && "image" in step)),
    );
  if (!FILE.test(baseName(file)) && !(shaped && !("apiVersion" in value))) return undefined;
  const variables = variablesOf(value["variables"]);
  return steps.flatMap(({ step, path, job, windows }): HostedScript[] => {
    const key = scriptPath(step);
    const call = taskCall(step);
    if (call !== null)
      return [
        {
          host: job,
          lines: [{ command: call.command, at: [...path, ...call.at] }],
          mask: (text) => maskMacros(text, variables),
        },
      ];
    if (key === null) return [];
    const own = { ...variables, ...literalVariables(step["env"], (text) => /\$[([{]/.test(text)) };
    return [
      {
        host: job,
        lines: [{ path: [...path, ...key] }],
        variables: own,
        mask: (text) => (isPlain(step, windows) ? plainCalls(maskMacros(text, own)) : maskMacros(text, own)),
      },
    ];
  });
};

type Step = {
  readonly step: JsonObject;
  readonly path: Path;
  readonly job: string;
  readonly windows: boolean;
};

function collectSteps(
  value: Json | undefined,
  path: Path,
  job: string,
  windows: boolean,
  depth: number,
): Step[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) => {
      const at = [...path, index];
      if (isStepList(path) && isObject(item)) {
        // `${{ if … }}:` holds a list of steps.
        const inner = entriesOf(item).find(([key]) => key.startsWith("${{"));
        return inner === undefined
          ? [{ step: item, path: at, job, windows }]
          : collectSteps(inner[1], [...at, inner[0]], job, windows, depth + 1);
      }
      return collectSteps(item, at, job, windows, depth + 1);
    });
  }
  if (!isObject(value)) return [];
  const name = textOf(value["job"]) ?? textOf(value["deployment"]);
  const own = name === undefined ? job : `azure:${name}`;
  const onWindows = "pool" in value ? /windows|vs20/i.test(JSON.stringify(value["pool"])) : windows;
  return HOLDERS.flatMap((key) =>
    key in value ? collectSteps(value[key], [...path, key], own, onWindows, depth + 1) : [],
  );
}

/** `steps:`, and what stands on a condition or in a loop of it. */
function isStepList(path: Path): boolean {
  const holder = path.findLast((key) => typeof key === "string" && !key.startsWith("${{"));
  return holder === "steps";
}

/** What the tasks for kubectl and Helm run. */
function taskCall({ task, inputs }: JsonObject): { readonly command: string; readonly at: Path } | null {
  if (typeof task !== "string" || !isObject(inputs)) return null;
  const verb = textOf(inputs["command"]) ?? "";
  if (/^Kubernetes@/i.test(task) && verb !== "")
    return { command: `kubectl ${verb} ${textOf(inputs["arguments"]) ?? ""}`, at: ["inputs", "command"] };
  const chart = textOf(inputs["chartName"]) ?? textOf(inputs["chartPath"]) ?? "";
  return /^HelmDeploy@/i.test(task) && /^(?:install|upgrade)$/.test(verb) && chart !== ""
    ? {
        command: `helm ${verb} release ${chart}`,
        at: ["inputs", "chartName" in inputs ? "chartName" : "chartPath"],
      }
    : null;
}

/** PowerShell, or a batch file. */
function isPlain(step: JsonObject, windows: boolean): boolean {
  if ("pwsh" in step || "powershell" in step) return true;
  const { task, inputs } = step;
  if (/^PowerShell@/i.test(textOf(task) ?? "")) return true;
  if (isObject(inputs) && /ps|pscore|batch/i.test(textOf(inputs["scriptType"]) ?? "")) return true;
  return windows && ("script" in step || /^CmdLine@/i.test(textOf(task) ?? ""));
}

function scriptPath(step: JsonObject): Path | null {
  for (const key of ["bash", "script", "pwsh", "powershell"]) if (typeof step[key] === "string") return [key];
  const { task, inputs } = step;
  if (typeof task !== "string" || !isObject(inputs)) return null;
  if (/^(?:Bash|CmdLine|ShellScript|PowerShell)@/i.test(task) && typeof inputs["script"] === "string")
    return ["inputs", "script"];
  return /^AzureCLI@/i.test(task) && typeof inputs["inlineScript"] === "string"
    ? ["inputs", "inlineScript"]
    : null;
}

function variablesOf(value: Json | undefined): Record<string, string | null> {
  const dynamic = (text: string) => /\$[([{]/.test(text);
  if (!Array.isArray(value)) return literalVariables(value, dynamic);
  const variables: Record<string, string | null> = {};
  for (const item of itemsOf(value)) {
    const name = isObject(item) ? textOf(item["name"]) : undefined;
    if (isObject(item) && name !== undefined)
      Object.assign(variables, literalVariables({ [name]: item["value"] ?? null }, dynamic));
  }
  return variables;
}

/** `$(name)` is a macro when it is one bare name; anything longer is the shell's own substitution. */
function maskMacros(text: MappedText, variables: Readonly<Record<string, string | null>>): MappedText {
  const evaluated = maskBetween(text, "${{", "}}", () => UNKNOWN);
  return maskPattern(evaluated, EXPRESSION, ([, name]) =>
    name !== undefined && Object.hasOwn(variables, name) ? (variables[name] ?? UNKNOWN) : UNKNOWN,
  );
}
