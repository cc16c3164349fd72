// GitHub workflows and composite actions: the `run:` of every step. Takes a document, gives its scripts with `${{ … }}` masked.
import type { Json } from "../../../model/document.ts";
import type { HostedScript, HostReader } from "../hosted-script.ts";
import { buildMappedText, compose, type MappedText, maskBetween, UNKNOWN } from "../mapped-text.ts";
import { entriesOf, isObject, itemsOf, literalVariables, textOf } from "./json.ts";
import { plainCalls } from "./windows.ts";

/** What stands in an expression that is a variable alone. */
const ENVIRONMENT = /^\s*env\.([A-Za-z_]\w*)\s*$/;
/** Actions that make a throw-away cluster: `helm/kind-action`, `medyagh/setup-minikube`, `nolar/setup-k3d-k3s` … */
const CLUSTER_ACTION = /(?:^|[/_-])(?:kind|minikube|k3d|k3s|microk8s|kwok)(?:$|[/_@-])/i;

/** `nick-fields/retry`, `Wandalen/wretry.action`: they run the command they are given. */
const REPEATING_ACTION = /^[\w.-]+\/(?:retry|wretry\.action)(?:@|$)/i;

/** `actions-hub/kubectl`, `docker://bitnami/kubectl:1.31`: they take the words behind `kubectl`. Others install it. */
const KUBECTL_ACTION =
  /^(?!.*(?:setup|install))(?:docker:\/\/)?[\w.-]+(?:\/[\w.-]+)*?\/[\w.-]*kubectl[\w.-]*(?:[@:]|$)/i;

const OCI_ACTION = /^oracle-actions\/run-oci-cli-command(?:@|$)/;

export const githubScripts: HostReader = ({ file, value }) => {
  if (!isObject(value)) return undefined;
  const isWorkflowFile = /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(file);
  const { jobs, runs } = value;
  const isWorkflow =
    isObject(jobs) &&
    ("on" in value || "true" in value) &&
    entriesOf(jobs).some(([, job]) => isObject(job) && ("steps" in job || "uses" in job));
  if (isObject(jobs) && (isWorkflowFile || isWorkflow)) return workflowScripts(value);
  const isAction =
    isObject(runs) &&
    (runs["using"] === "composite" || (/(?:^|\/)action\.ya?ml$/.test(file) && Array.isArray(runs["steps"])));
  if (isAction)
    return stepScripts(runs["steps"], ["runs", "steps"], {
      host: "action",
      variables: {},
      shell: "bash",
      windows: false,
    });
  return isWorkflowFile ? [] : undefined;
};

function workflowScripts(workflow: { readonly [key: string]: Json }): HostedScript[] {
  const variables = literalVariables(workflow["env"], isExpression);
  const shell = defaultShell(workflow);
  return entriesOf(workflow["jobs"]).flatMap(([name, job]) => {
    if (!isObject(job)) return [];
    return stepScripts(job["steps"], ["jobs", name, "steps"], {
      host: `workflow:${name}`,
      variables: { ...variables, ...literalVariables(job["env"], isExpression) },
      shell: defaultShell(job) ?? shell,
      windows: /windows/i.test(JSON.stringify(job["runs-on"] ?? "")),
    });
  });
}

type Surroundings = {
  readonly host: string;
  readonly variables: Readonly<Record<string, string | null>>;
  readonly shell: string | undefined;
  readonly windows: boolean;
};

function stepScripts(steps: Json | undefined, at: readonly string[], around: Surroundings): HostedScript[] {
  const ephemeral = itemsOf(steps).some(
    (step) => isObject(step) && CLUSTER_ACTION.test(textOf(step["uses"])?.split("@")[0] ?? ""),
  );
  return itemsOf(steps).flatMap((step, index): HostedScript[] => {
    if (!isObject(step)) return [];
    const path = scriptPath(step);
    if (path === null) return [];
    const shell = textOf(step["shell"]) ?? around.shell;
    const isUnix = isShell(shell, around.windows);
    if (!isUnix && !/^(?:pwsh|powershell|cmd)\b/.test(shell ?? "pwsh")) return [];
    const variables = { ...around.variables, ...literalVariables(step["env"], isExpression) };
    return [
      {
        host: around.host,
        lines: [{ path: [...at, index, ...path] }],
        variables,
        mask: (text) => {
          const masked = maskExpressions(text, variables);
          if (isOciAction(step)) return behind("oci ", masked);
          if (isKubectlAction(step) && !/^\s*kubectl\s/.test(masked.text)) return behind("kubectl ", masked);
          return isUnix ? masked : plainCalls(masked);
        },
        ...(ephemeral ? { ephemeral } : {}),
      },
    ];
  });
}

/** `run:`, and what an action that runs a command is given. */
function scriptPath(step: { readonly [key: string]: Json }): readonly string[] | null {
  if (typeof step["run"] === "string") return ["run"];
  const given = isObject(step["with"]) ? step["with"] : {};
  if (isKubectlAction(step)) {
    const key = ["args", "command"].find((name) => typeof given[name] === "string");
    return key === undefined ? null : ["with", key];
  }
  const runs = REPEATING_ACTION.test(textOf(step["uses"]) ?? "") || isOciAction(step);
  return runs && typeof given["command"] === "string" ? ["with", "command"] : null;
}

/** Oracle's action takes the words behind `oci`. */
function isOciAction(step: { readonly [key: string]: Json }): boolean {
  return typeof step["run"] !== "string" && OCI_ACTION.test(textOf(step["uses"]) ?? "");
}

function isKubectlAction(step: { readonly [key: string]: Json }): boolean {
  return typeof step["run"] !== "string" && KUBECTL_ACTION.test(textOf(step["uses"]) ?? "");
}

function behind(program: string, text: MappedText): MappedText {
  const builder = buildMappedText(text.text);
  builder.put(program, 0, 0);
  builder.copy(0, text.text.length);
  return compose(builder.done(), text);
}

/** `bash`, `sh`, `bash -l {0}`, `/usr/bin/env bash {0}`; on Windows the default is PowerShell. */
function isShell(shell: string | undefined, windows: boolean): boolean {
  if (shell === undefined) return !windows;
  return /(?:^|[\s/])(?:ba|z|da|k)?sh(?:$|[\s.])/.test(shell);
}

function defaultShell(holder: { readonly [key: string]: Json }): string | undefined {
  const { defaults } = holder;
  const run = isObject(defaults) ? defaults["run"] : undefined;
  return isObject(run) ? textOf(run["shell"]) : undefined;
}

function isExpression(text: string): boolean {
  return text.includes("${{");
}

/** `${{ env.X }}` with a literal value is that value; any other expression is unknown. */
function maskExpressions(text: MappedText, variables: Readonly<Record<string, string | null>>): MappedText {
  return maskBetween(text, "${{", "}}", (inside) => {
    const name = ENVIRONMENT.exec(inside)?.[1];
    const value = name === undefined || !Object.hasOwn(variables, name) ? null : variables[name];
    return value ?? UNKNOWN;
  });
}
