// Where the kinds of Kubernetes objects keep their pod specs. Takes an object's group, kind and value; gives paths.
import type { Json } from "../model/document.ts";
import type { ContainerList } from "../model/inventory/workload.ts";
import { own } from "../model/own.ts";
import type { Path } from "../model/place.ts";
import { claimTemplates } from "./claim-templates.ts";
import { expanded } from "./dotted-path.ts";
import { at, isObject } from "./kubernetes.ts";
import { type Nearly, OPERATOR_PODS } from "./operator-pods.ts";
import { unlistedPods } from "./unlisted-pods.ts";

/**
 * `lists`: the fields of the spec that hold containers; `singles`: those that are one container, by the list that it would stand in;
 * `within`: the specs around it, whose placement holds where it states none; `words` and `own` as in `Nearly`. `bare`: the spec says
 * where pods run, and nothing else of them.
 */
export type PodRoot = {
  readonly spec: Path;
  readonly metadata: Path;
  readonly lists: readonly ContainerList[];
  readonly singles?: Readonly<Record<string, ContainerList>>;
  readonly within?: readonly Path[];
  readonly words?: Nearly["words"];
  readonly own?: string;
  readonly bare?: true;
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
  "argoproj.io/AnalysisTemplate": ["spec.metrics.*.provider.job.spec.template"],
  "argoproj.io/ClusterAnalysisTemplate": ["spec.metrics.*.provider.job.spec.template"],
  "argoproj.io/AnalysisRun": ["spec.metrics.*.provider.job.spec.template"],
  "actions.github.com/AutoscalingRunnerSet": ["spec.template", "spec.listenerTemplate"],
  "agent.k8s.elastic.co/Agent": [
    "spec.daemonSet.podTemplate",
    "spec.deployment.podTemplate",
    "spec.statefulSet.podTemplate",
  ],
  "beat.k8s.elastic.co/Beat": ["spec.daemonSet.podTemplate", "spec.deployment.podTemplate"],
  "elasticsearch.k8s.elastic.co/Elasticsearch": ["spec.nodeSets.*.podTemplate"],
  "kibana.k8s.elastic.co/Kibana": ["spec.podTemplate"],
  "flink.apache.org/FlinkDeployment": [
    "spec.podTemplate",
    "spec.jobManager.podTemplate",
    "spec.taskManager.podTemplate",
  ],
  "machinelearning.seldon.io/SeldonDeployment": ["spec.predictors.*.componentSpecs.*"],
  "pkg.crossplane.io/DeploymentRuntimeConfig": ["spec.deploymentTemplate.spec.template"],
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

const tekton = (...at: readonly string[]): Nearly => ({
  at,
  lists: ["steps", "sidecars"],
  singles: { stepTemplate: "steps" },
});
/** Steps of a workflow that run no pod of their own (`dag`, `steps`, `suspend`) have none of these lists. */
const workflow = (spec: string): Nearly => ({
  at: [
    spec,
    `${spec}.templateDefaults`,
    `${spec}.templates.*`,
    `${spec}.templates.*.containerSet`,
    `${spec}.templates.*.dag.tasks.*.inline`,
    `${spec}.templates.*.steps.*.*.inline`,
  ],
  lists: ["containers", "initContainers", "sidecars"],
  singles: { container: "containers", script: "containers" },
});
const plain = (...at: readonly string[]): Nearly => ({
  at,
  lists: ["containers", "initContainers"],
  singles: { model: "model" },
});
const monitor = (own: string): Nearly => ({ ...plain("spec"), own });

/** Kinds whose pods are described by something that is not quite a pod spec, some with their own names for containers. */
const NEARLY: Readonly<Record<string, Nearly>> = {
  "argoproj.io/Workflow": workflow("spec"),
  "argoproj.io/WorkflowTemplate": workflow("spec"),
  "argoproj.io/ClusterWorkflowTemplate": workflow("spec"),
  "argoproj.io/CronWorkflow": workflow("spec.workflowSpec"),
  "monitoring.coreos.com/Alertmanager": monitor("alertmanager"),
  "monitoring.coreos.com/Prometheus": monitor("prometheus"),
  "monitoring.coreos.com/PrometheusAgent": monitor("prometheus"),
  "monitoring.coreos.com/ThanosRuler": monitor("thanos-ruler"),
  "serving.kserve.io/InferenceService": plain("spec.predictor", "spec.transformer", "spec.explainer"),
  "tekton.dev/Task": tekton("spec"),
  "tekton.dev/ClusterTask": tekton("spec"),
  "tekton.dev/TaskRun": tekton("spec.taskSpec", "spec.podTemplate"),
  "tekton.dev/Pipeline": tekton("spec.tasks.*.taskSpec", "spec.finally.*.taskSpec"),
  "tekton.dev/PipelineRun": tekton(
    "spec.pipelineSpec.tasks.*.taskSpec",
    "spec.pipelineSpec.finally.*.taskSpec",
    "spec.podTemplate",
    "spec.taskRunTemplate.podTemplate",
    "spec.taskRunSpecs.*.podTemplate",
  ),
};
/** What of a pod the templates of a workflow may state; many only name what they run. */
const OF_A_POD = [
  ...["container", "script", "containers", "initContainers", "sidecars"],
  ...["volumes", "securityContext", "nodeSelector", "tolerations", "affinity", "hostAliases"],
];

/** Where both contexts stand side by side, the one without a name is the container's. */
const TOLD_APART: { readonly words: Nearly["words"]; readonly own: string } = {
  words: { securityContext: "podSecurityContext", "own.securityContext": "securityContext" },
  own: "main",
};

const TOLD_APART_BY_CONTAINER: typeof TOLD_APART = {
  words: { "own.securityContext": "containerSecurityContext" },
  own: "main",
};

/** What settings beside those of a pod may be called as well: the name that a site is reached by, the system of an image. */
const OF_ANYBODY: Nearly["words"] = { hostname: "", os: "", overhead: "" };

/** The pod specs that an object describes: none for most kinds, several for a JobSet. */
export function podRoots(group: string, kind: string, value: Json): readonly PodRoot[] {
  const name = `${group}/${kind}`;
  const templates = own(TEMPLATES, name);
  const listed = own(NEARLY, name);
  const nearly = listed ? [listed] : own(OPERATOR_PODS, name);
  const roots = templates
    ? templates.flatMap((path) => expanded(value, path)).map(rootAt)
    : nearly
      ? nearly.flatMap((one) => besideMetadata(one, value))
      : unlisted(group, value);
  return roots.filter(({ spec }) => {
    const stated = at(value, spec);
    const isStep = spec.at(-2) === "templates" || spec.at(-1) === "inline";
    return isObject(stated) && (!isStep || OF_A_POD.some((key) => Object.hasOwn(stated, key)));
  });
}

function rootAt(template: Path): PodRoot {
  return { spec: [...template, "spec"], metadata: [...template, "metadata"], lists: LISTS };
}

function besideMetadata({ at: places, lists, singles, words, own }: Nearly, value: Json): readonly PodRoot[] {
  const specs = places.flatMap((path) => expanded(value, path));
  const stated = new Set(specs.map((spec) => spec.join("\0")));
  return specs.map((spec) => {
    const within = spec
      .map((_, length) => spec.slice(0, length))
      .filter((outer) => stated.has(outer.join("\0")));
    return {
      ...{ spec, metadata: [...spec, "metadata"], lists },
      ...(singles && { singles }),
      ...(within.length > 0 && { within }),
      ...(words && { words }),
      ...(own !== undefined && { own }),
    };
  });
}

/** A resource that has volumes made for pods, but shows none, is taken for one pod. */
function unlisted(group: string, value: Json): readonly PodRoot[] {
  const pods = unlistedPods(group, value).map((spec) => {
    const stated = at(value, spec);
    const root = ordinary(spec);
    if (!isObject(stated) || Array.isArray(stated["containers"])) return root;
    const { own, words } = isObject(stated["podSecurityContext"])
      ? TOLD_APART
      : isObject(stated["containerSecurityContext"])
        ? TOLD_APART_BY_CONTAINER
        : {};
    return { ...root, ...(own !== undefined && { own }), words: { ...words, ...OF_ANYBODY } };
  });
  if (pods.length > 0 || claimTemplates(group, value).length === 0) return pods;
  return [{ spec: ["spec"], metadata: ["spec", "metadata"], lists: [], bare: true }];
}

/** Of a spec in a template the metadata stand beside it, of any other they would stand in it. */
function ordinary(spec: Path): PodRoot {
  const holder = spec.length > 1 && spec.at(-1) === "spec" ? spec.slice(0, -1) : spec;
  return { spec, metadata: [...holder, "metadata"], lists: LISTS };
}

/** The group that a kind with pods most likely belongs to, where only its name is known. */
export function usualGroup(kind: string): string | undefined {
  if (kind === "Service") return undefined;
  const name = Object.keys(TEMPLATES).find((one) => one.endsWith(`/${kind}`));
  return name?.slice(0, name.indexOf("/"));
}
