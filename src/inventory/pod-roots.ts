// Where the kinds of Kubernetes objects keep their pod specs. Takes an object's group, kind and value; gives paths.
import type { Json } from "../model/document.ts";
import type { ContainerList } from "../model/inventory/workload.ts";
import { own } from "../model/own.ts";
import type { Path } from "../model/place.ts";
import { at, isObject } from "./kubernetes.ts";

/** `lists`: the fields of the spec that hold containers; one that is no list holds a single one. */
export type PodRoot = {
  readonly spec: Path;
  readonly metadata: Path;
  readonly lists: readonly ContainerList[];
};

const LISTS: readonly ContainerList[] = ["containers", "initContainers", "ephemeralContainers"];

/** Dotted paths of pod templates (objects with `metadata` and `spec`); `*` is each element of a list, each member of a map. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  "/Pod": [""],
  "/PodTemplate": ["template"],
  "/ReplicationController": ["spec.template"],
  "apps/Deployment": ["spec.template"],
  "apps/ReplicaSet": ["spec.template"],
  "apps/StatefulSet": ["spec.template"],
  "apps/DaemonSet": ["spec.template"],
  "extensions/Deployment": ["spec.template"],
  "extensions/ReplicaSet": ["spec.template"],
  "extensions/DaemonSet": ["spec.template"],
  "batch/Job": ["spec.template"],
  "batch/CronJob": ["spec.jobTemplate.spec.template"],
  "argoproj.io/Rollout": ["spec.template"],
  "serving.knative.dev/Service": ["spec.template"],
  "serving.knative.dev/Configuration": ["spec.template"],
  "serving.knative.dev/Revision": [""],
  "keda.sh/ScaledJob": ["spec.jobTargetRef.template"],
  "jobset.x-k8s.io/JobSet": ["spec.replicatedJobs.*.template.spec.template"],
  "leaderworkerset.x-k8s.io/LeaderWorkerSet": [
    "spec.leaderWorkerTemplate.leaderTemplate",
    "spec.leaderWorkerTemplate.workerTemplate",
  ],
  "apps.openshift.io/DeploymentConfig": ["spec.template"],
  "apps.kruise.io/AdvancedCronJob": ["spec.template.jobTemplate.spec.template"],
  "batch.volcano.sh/Job": ["spec.tasks.*.template"],
  "kubeflow.org/JAXJob": ["spec.jaxReplicaSpecs.*.template"],
  "kubeflow.org/MPIJob": ["spec.mpiReplicaSpecs.*.template"],
  "kubeflow.org/PaddleJob": ["spec.paddleReplicaSpecs.*.template"],
  "kubeflow.org/PyTorchJob": ["spec.pytorchReplicaSpecs.*.template"],
  "kubeflow.org/TFJob": ["spec.tfReplicaSpecs.*.template"],
  "kubeflow.org/XGBoostJob": ["spec.xgbReplicaSpecs.*.template"],
  "trainer.kubeflow.org/TrainingRuntime": ["spec.template.spec.replicatedJobs.*.template.spec.template"],
  "trainer.kubeflow.org/ClusterTrainingRuntime": [
    "spec.template.spec.replicatedJobs.*.template.spec.template",
  ],
  "ray.io/RayCluster": ["spec.headGroupSpec.template", "spec.workerGroupSpecs.*.template"],
  "ray.io/RayJob": [
    "spec.rayClusterSpec.headGroupSpec.template",
    "spec.rayClusterSpec.workerGroupSpecs.*.template",
    "spec.submitterPodTemplate",
  ],
  "ray.io/RayService": [
    "spec.rayClusterConfig.headGroupSpec.template",
    "spec.rayClusterConfig.workerGroupSpecs.*.template",
  ],
};

/** Kinds whose pods are described by something that is not quite a pod spec, with its own names for containers. */
const NEARLY: Readonly<Record<string, readonly string[]>> = {
  "tekton.dev/Task": ["spec"],
  "tekton.dev/ClusterTask": ["spec"],
  "tekton.dev/TaskRun": ["spec.taskSpec", "spec.podTemplate"],
  "tekton.dev/Pipeline": ["spec.tasks.*.taskSpec", "spec.finally.*.taskSpec"],
  "tekton.dev/PipelineRun": [
    "spec.pipelineSpec.tasks.*.taskSpec",
    "spec.pipelineSpec.finally.*.taskSpec",
    "spec.podTemplate",
    "spec.taskRunTemplate.podTemplate",
    "spec.taskRunSpecs.*.podTemplate",
  ],
};
const NEARLY_LISTS: readonly ContainerList[] = ["steps", "sidecars"];

/** Custom resources that nobody lists here mostly keep their pods where a Deployment does. */
const USUAL: Path = ["spec", "template"];

/** The pod specs that an object describes: none for most kinds, several for a JobSet. */
export function podRoots(group: string, kind: string, value: Json): readonly PodRoot[] {
  const name = `${group}/${kind}`;
  const templates = own(TEMPLATES, name);
  const nearly = own(NEARLY, name);
  const roots = templates
    ? templates.flatMap((path) => expanded(value, path)).map(rootAt)
    : nearly
      ? nearly.flatMap((path) => expanded(value, path)).map((spec) => besideMetadata(spec))
      : unlisted(group, value);
  return roots.filter(({ spec }) => isObject(at(value, spec)));
}

function rootAt(template: Path): PodRoot {
  return { spec: [...template, "spec"], metadata: [...template, "metadata"], lists: LISTS };
}

function besideMetadata(spec: Path): PodRoot {
  return { spec, metadata: [...spec, "metadata"], lists: NEARLY_LISTS };
}

function unlisted(group: string, value: Json): readonly PodRoot[] {
  if (!group.includes(".")) return [];
  return Array.isArray(at(value, [...USUAL, "spec", "containers"])) ? [rootAt(USUAL)] : [];
}

/** The paths that a dotted one stands for in this value. */
function expanded(value: Json, dotted: string): readonly Path[] {
  const steps = dotted === "" ? [] : dotted.split(".");
  if (!steps.includes("*")) return [steps];
  let found: Path[] = [[]];
  for (const step of steps)
    found = found.flatMap((path) => members(value, path, step).map((member) => [...path, member]));
  return found;
}

function members(value: Json, path: Path, step: string): readonly (string | number)[] {
  if (step !== "*") return [step];
  const holder = at(value, path);
  if (Array.isArray(holder)) return holder.map((_, index) => index);
  return isObject(holder) ? Object.keys(holder) : [];
}

/** The group that a kind with pods most likely belongs to, where only its name is known. */
export function usualGroup(kind: string): string | undefined {
  if (kind === "Service") return undefined;
  const name = Object.keys(TEMPLATES).find((one) => one.endsWith(`/${kind}`));
  return name?.slice(0, name.indexOf("/"));
}
