// What pods run that speak to the cluster themselves: containers whose command calls kubectl or its like, also in the steps of Tekton and
// Argo Workflows, beside the scripts of these. Takes a document, gives its scripts.
import type { Json } from "../../../model/document.ts";
import type { Path } from "../../../model/place.ts";
import { CLUSTER_PROGRAMS } from "../cluster-programs.ts";
import type { HostedScript, HostReader } from "../hosted-script.ts";
import { type MappedText, maskBetween, maskPattern, UNKNOWN } from "../mapped-text.ts";
import { entriesOf, isObject, itemsOf, type JsonObject, textOf } from "./json.ts";
import { workflowStepScripts } from "./workflow-steps.ts";

const WORKFLOW = /^(?:tekton\.dev|argoproj\.io)\//;
/** Other kinds of these groups describe deployments. */
const WORKFLOW_KIND =
  /^(?:(?:Cluster)?Task(?:Run)?|Pipeline(?:Run)?|StepAction|(?:Cron|Cluster)?Workflow(?:Template)?|ClusterWorkflowTemplate)$/;
/** A container that does not call one of these says nothing of the cluster. */
const CALLS = new RegExp(`(?:^|[\\s"'\`(;&|/])(?:${CLUSTER_PROGRAMS})(?:[\\s"']|$)`);
/** Where the pod stands in the kinds that have one. */
const POD_PATHS: readonly (readonly string[])[] = [
  ["spec"],
  ["spec", "template", "spec"],
  ["spec", "jobTemplate", "spec", "template", "spec"],
];
/** `$(params.ns)` of Tekton, `$(NAMESPACE)` of Kubernetes. */
const FILLED_IN = /\$\((?:[A-Za-z_]\w*|[a-z]+[.[][^()\n]*)\)/g;
const MAX_DEPTH = 20;

export const inClusterScripts: HostReader = (document, file) => {
  const { value } = document;
  if (!isObject(value)) return undefined;
  const [version, kind] = [textOf(value["apiVersion"]), textOf(value["kind"])];
  if (version === undefined || kind === undefined) return undefined;
  if (WORKFLOW.test(version) && WORKFLOW_KIND.test(kind))
    return [...(workflowStepScripts(document, file) ?? []), ...stepsBelow(value["spec"] ?? null, ["spec"])];
  for (const path of POD_PATHS) {
    const scripts = containersIn(path.reduce<Json | undefined>(memberOf, value), path);
    if (scripts.length > 0) return scripts;
  }
  return undefined;
};

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) ? value[key] : undefined;
}

function containersIn(pod: Json | undefined, path: Path): HostedScript[] {
  if (!isObject(pod)) return [];
  return ["initContainers", "containers"].flatMap((list) =>
    itemsOf(pod[list]).flatMap((container, index) =>
      isObject(container) ? commandOf(container, [...path, list, index]) : [],
    ),
  );
}

function stepsBelow(value: Json, path: Path): HostedScript[] {
  if (path.length > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => stepsBelow(item, [...path, index]));
  if (!isObject(value)) return [];
  // Scripts are read already.
  if (typeof value["script"] === "string" || typeof value["source"] === "string") return [];
  if ("image" in value) return commandOf(value, path);
  return entriesOf(value).flatMap(([name, member]) => stepsBelow(member, [...path, name]));
}

/** `command` and `args` as one call. */
function commandOf(container: JsonObject, path: Path): HostedScript[] {
  const words = ["command", "args"].flatMap((key) =>
    itemsOf(container[key]).map((word, index) => ({ word, at: [...path, key, index] })),
  );
  if (!words.some(({ word }) => typeof word === "string" && CALLS.test(word))) return [];
  return [{ host: "container", lines: [{ words: words.map(({ at }) => at) }], mask }];
}

function mask(text: MappedText): MappedText {
  return maskBetween(
    maskPattern(text, FILLED_IN, () => UNKNOWN),
    "{{",
    "}}",
    () => UNKNOWN,
  );
}
