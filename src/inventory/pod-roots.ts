// Where the kinds of Kubernetes objects keep their pod specs. Takes an object's group, kind and value; gives paths.
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";

export type PodRoot = { readonly spec: Path; readonly metadata: Path };

const TEMPLATE: readonly string[] = ["spec", "template"];

/** `group/kind` → path of the pod template (an object with `metadata` and `spec`). */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  "/Pod": [],
  "/PodTemplate": ["template"],
  "/ReplicationController": TEMPLATE,
  "apps/Deployment": TEMPLATE,
  "apps/ReplicaSet": TEMPLATE,
  "apps/StatefulSet": TEMPLATE,
  "apps/DaemonSet": TEMPLATE,
  "extensions/Deployment": TEMPLATE,
  "extensions/ReplicaSet": TEMPLATE,
  "extensions/DaemonSet": TEMPLATE,
  "batch/Job": TEMPLATE,
  "batch/CronJob": ["spec", "jobTemplate", "spec", "template"],
  "argoproj.io/Rollout": TEMPLATE,
  "serving.knative.dev/Service": TEMPLATE,
  "serving.knative.dev/Configuration": TEMPLATE,
  "keda.sh/ScaledJob": ["spec", "jobTargetRef", "template"],
};

/** The pod specs that an object describes: none for most kinds, several for a JobSet. */
export function podRoots(group: string, kind: string, value: Json): readonly PodRoot[] {
  if (group === "jobset.x-k8s.io" && kind === "JobSet") {
    const jobs = at(value, ["spec", "replicatedJobs"]);
    if (!Array.isArray(jobs)) return [];
    return jobs.map((_, index) => rootAt(["spec", "replicatedJobs", index, "template", "spec", "template"]));
  }
  const template = TEMPLATES[`${group}/${kind}`];
  if (!template) return [];
  return [rootAt(template)].filter((root) => isObject(at(value, root.spec)));
}

function rootAt(template: Path): PodRoot {
  return { spec: [...template, "spec"], metadata: [...template, "metadata"] };
}

/** The value at a path, or nothing. */
export function at(value: Json | undefined, path: Path): Json | undefined {
  let current: Json | undefined = value;
  for (const key of path) {
    if (current === null || typeof current !== "object") return undefined;
    current = Array.isArray(current)
      ? current[key as number]
      : Object.hasOwn(current, key)
        ? (current as Record<string, Json>)[key]
        : undefined;
  }
  return current;
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
