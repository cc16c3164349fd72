// Where objects keep their pods, by what the inventory makes of them.
import { describe, expect, it } from "vitest";
import { kubernetesObjects } from "../../../src/inventory/kubernetes.ts";
import { Origins } from "../../../src/inventory/origins.ts";
import { podRoots, usualGroup } from "../../../src/inventory/pod-roots.ts";
import type { Targets } from "../../../src/inventory/targets.ts";
import { workloads } from "../../../src/inventory/workloads.ts";
import type { Json } from "../../../src/model/document.ts";

const POD = { spec: { containers: [{ name: "a" }] } };

function specs(group: string, kind: string, value: Json): string[] {
  return podRoots(group, kind, value).map(({ spec }) => spec.join("."));
}

describe("podRoots", () => {
  it.each([
    ["batch.volcano.sh", "Job", { tasks: [{ template: POD }] }, ["spec.tasks.0.template.spec"]],
    [
      "kubeflow.org",
      "PyTorchJob",
      { pytorchReplicaSpecs: { Master: { template: POD }, Worker: { template: POD } } },
      ["spec.pytorchReplicaSpecs.Master.template.spec", "spec.pytorchReplicaSpecs.Worker.template.spec"],
    ],
    [
      "ray.io",
      "RayCluster",
      { headGroupSpec: { template: POD }, workerGroupSpecs: [{ template: POD }] },
      ["spec.headGroupSpec.template.spec", "spec.workerGroupSpecs.0.template.spec"],
    ],
    [
      "leaderworkerset.x-k8s.io",
      "LeaderWorkerSet",
      { leaderWorkerTemplate: { workerTemplate: POD } },
      ["spec.leaderWorkerTemplate.workerTemplate.spec"],
    ],
    [
      "tekton.dev",
      "PipelineRun",
      { taskRunTemplate: { podTemplate: {} }, pipelineSpec: { tasks: [{ taskSpec: { steps: [] } }, {}] } },
      ["spec.pipelineSpec.tasks.0.taskSpec", "spec.taskRunTemplate.podTemplate"],
    ],
    ["serving.knative.dev", "Revision", { containers: [] }, ["spec"]],
    [
      "argoproj.io",
      "AnalysisTemplate",
      { metrics: [{ provider: { prometheus: {} } }, { provider: { job: { spec: { template: POD } } } }] },
      ["spec.metrics.1.provider.job.spec.template.spec"],
    ],
    [
      "argoproj.io",
      "WorkflowTemplate",
      { templates: [{ steps: [[{ name: "a" }]] }, { sidecars: [] }, { containerSet: { containers: [] } }] },
      ["spec", "spec.templates.1", "spec.templates.2.containerSet"],
    ],
    [
      "argoproj.io",
      "ClusterWorkflowTemplate",
      { templates: [{ container: {} }, { suspend: {} }, { script: {} }, { tolerations: [] }] },
      ["spec", "spec.templates.0", "spec.templates.2", "spec.templates.3"],
    ],
    ["argoproj.io", "CronWorkflow", { workflowSpec: { templates: [] } }, ["spec.workflowSpec"]],
    ["monitoring.coreos.com", "Prometheus", { initContainers: [] }, ["spec"]],
    ["serving.kserve.io", "InferenceService", { predictor: { containers: [] } }, ["spec.predictor"]],
    [
      "elasticsearch.k8s.elastic.co",
      "Elasticsearch",
      { nodeSets: [{ podTemplate: POD }, { name: "hot" }] },
      ["spec.nodeSets.0.podTemplate.spec"],
    ],
  ])("knows %s/%s", (group, kind, spec, expected) => {
    expect(specs(group, kind, { spec })).toEqual(expected);
  });

  it("takes a custom resource that nobody lists for a Deployment where it looks like one", () => {
    expect(specs("apps.kruise.io", "CloneSet", { spec: { template: POD } })).toEqual(["spec.template.spec"]);
    expect(specs("kubevirt.io", "VirtualMachine", { spec: { template: { spec: { domain: {} } } } })).toEqual(
      [],
    );
    expect(specs("", "Service", { spec: { template: POD } })).toEqual([]);
    for (const path of ["podTemplate", "podTemplateSpec"])
      expect(specs("db.example.com", "Database", { spec: { [path]: POD } })).toEqual([`spec.${path}.spec`]);
    const jobTemplate = { spec: { template: POD } };
    expect(specs("example.com", "ScheduledTask", { spec: { jobTemplate } })).toEqual([
      "spec.jobTemplate.spec.template.spec",
    ]);
  });

  it("finds what looks like a pod at any place of a custom resource that nobody lists", () => {
    const container = { name: "a", image: "b" };
    const spec = {
      frontend: { deployment: { podSpec: { initContainers: [container] } } },
      backend: { hostNetwork: false },
      runtimes: [{ containers: [container] }, { containers: [{ name: "a" }] }, { containers: ["a"] }],
      podTemplate: { spec: { volumes: [{ name: "a" }] } },
      template: { spec: { volumes: ["a"], replicas: 2 } },
      agent: { initContainers: [container] },
      gateway: { pod: { volumes: [{ name: "a" }] } },
      other: { initContainers: [], pod: { name: "a" } },
    };
    expect(specs("example.com", "Thing", { spec })).toEqual([
      "spec.frontend.deployment.podSpec",
      "spec.backend",
      "spec.runtimes.0",
      "spec.podTemplate.spec",
      "spec.agent",
      "spec.gateway.pod",
    ]);
  });

  it("tells the pod's security from the container's where both stand side by side", () => {
    const spec = {
      server: { podSecurityContext: {}, securityContext: {} },
      agent: { securityContext: { fsGroup: 1 } },
      store: { securityContext: { fsGroup: 1 }, containerSecurityContext: {} },
    };
    const roots = podRoots("example.com", "Thing", { spec });
    expect(
      roots.map(({ spec, own, words }) => [spec.join("."), own, words?.["own.securityContext"]]),
    ).toEqual([
      ["spec.server", "main", "securityContext"],
      ["spec.agent", undefined, undefined],
      ["spec.store", "main", "containerSecurityContext"],
    ]);
    expect(specs("example.com", "Thing", { spec: { a: { securityContext: { runAsUser: 1 } } } })).toEqual([]);
  });

  it("looks for pods below what only states settings of pods", () => {
    const spec = { hostNetwork: false, server: { template: POD } };
    expect(specs("example.com", "Thing", { spec })).toEqual(["spec", "spec.server.template.spec"]);
  });

  it("takes no patterns, values, schemas and objects in the object for pods", () => {
    const podSpec = { containers: [{ name: "a", image: "b" }] };
    const spec = {
      values: { podSpec },
      openAPIV3Schema: { podSpec },
      workload: { apiVersion: "v1", kind: "Pod", spec: podSpec },
    };
    expect(specs("example.com", "Thing", { spec })).toEqual([]);
    for (const group of ["kyverno.io", "constraints.gatekeeper.sh", "apiextensions.k8s.io", ""])
      expect(specs(group, "Thing", { spec: { podSpec } })).toEqual([]);
  });

  it("takes a resource that has volumes made for a pod of its own", () => {
    const spec = { mon: { volumeClaimTemplate: { spec: { resources: { requests: { storage: "1Gi" } } } } } };
    expect(specs("ceph.rook.io", "CephCluster", { spec })).toEqual(["spec"]);
  });

  it("passes over jobs of a JobSet that say nothing of their pods", () => {
    const replicatedJobs = [{ name: "a" }, null, { template: { spec: { template: POD } } }, { template: 7 }];
    expect(specs("jobset.x-k8s.io", "JobSet", { spec: { replicatedJobs } })).toEqual([
      "spec.replicatedJobs.2.template.spec.template.spec",
    ]);
  });

  it("survives values of any type at any step", () => {
    for (const junk of [null, 7, "x", [], [null], { a: null }])
      for (const kind of ["JobSet", "RayCluster", "PipelineRun", "AnalysisRun", "InferenceService"])
        for (const group of ["jobset.x-k8s.io", "ray.io", "tekton.dev", "argoproj.io", "serving.kserve.io"])
          expect(specs(group, kind, { spec: junk, ...{} })).toEqual([]);
  });
});

describe("usualGroup", () => {
  it("finds the group of kinds with pods, and leaves a Service alone, which may be either", () => {
    expect(["Deployment", "CronJob", "Rollout", "Pod", "Service", "ConfigMap"].map(usualGroup)).toEqual([
      "apps",
      "batch",
      "argoproj.io",
      "",
      undefined,
      undefined,
    ]);
  });
});

describe("workloads", () => {
  function read(value: { readonly [key: string]: Json }) {
    const document = {
      format: "json" as const,
      file: "a.json",
      value,
      comments: [],
      partial: false,
      locate: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }),
      sourceText: () => undefined,
    };
    const targets = { of: () => "virtual" } as unknown as Targets;
    return workloads(kubernetesObjects([document]), targets, new Origins());
  }

  it("lists the steps and sidecars of a Tekton task as containers", () => {
    const { containers, volumes } = read({
      apiVersion: "tekton.dev/v1",
      kind: "Task",
      metadata: { name: "build" },
      spec: { steps: [{ name: "s" }], sidecars: [{ name: "d" }], volumes: [{ name: "v" }] },
    });
    expect(containers.map(({ id, list, name }) => [id, list, name])).toEqual([
      ["w1/steps/0", "steps", "s"],
      ["w1/sidecars/0", "sidecars", "d"],
    ]);
    expect(volumes.map(({ name }) => name)).toEqual(["v"]);
  });

  it("takes the template of Tekton's steps for a container that fills in the others", () => {
    const { containers, pods } = read({
      apiVersion: "tekton.dev/v1",
      kind: "Task",
      spec: { stepTemplate: { tty: true }, steps: [{ name: "s" }] },
    });
    expect(containers.map(({ id, list, name, partial }) => [id, list, name, partial])).toEqual([
      ["w1/steps/0", "steps", "s", true],
      ["w1/stepTemplate", "steps", "stepTemplate", true],
    ]);
    expect(pods[0]!.spec["stepTemplate"]).toEqual({});
  });

  const workflow = (spec: { readonly [key: string]: Json }) =>
    read({ apiVersion: "argoproj.io/v1alpha1", kind: "Workflow", spec });

  it("lists the one container of a workflow's step, by the name that it gets", () => {
    const { containers, pods } = workflow({
      templates: [
        { container: { image: "a:1", resources: { limits: { cpu: 1 } } }, initContainers: [{ name: "i" }] },
        { script: { name: "own", source: "ls" } },
        { container: null, script: "ls" },
        { steps: [[{ inline: { container: { image: "b:1" } } }, { inline: { dag: {} } }]] },
        { dag: { tasks: [{ inline: { script: {} } }] } },
      ],
    });
    expect(containers.map(({ id, list, name, partial }) => [id, list, name, partial])).toEqual([
      ["w2/initContainers/0", "initContainers", "i", false],
      ["w2/container", "containers", "main", false],
      ["w3/script", "containers", "own", false],
      ["w5/script", "containers", "main", false],
      ["w6/container", "containers", "main", false],
    ]);
    expect(containers[1]!.limits).toEqual({ cpu: 1 });
    expect(pods.map(({ spec }) => spec["container"])).toEqual([undefined, {}, undefined, {}, undefined, {}]);
  });

  it.each([
    ["its defaults", { templateDefaults: { container: {} } }, {}],
    ["a patch of all its pods", { podSpecPatch: "{}" }, {}],
    ["a patch of the pod", {}, { podSpecPatch: "{}" }],
  ])("leaves open what a container of a workflow with %s does not state", (_, around, step) => {
    const { containers } = workflow({ ...around, templates: [{ container: {}, ...step }] });
    expect(containers.length).toBeGreaterThan(0);
    expect(containers.every(({ partial }) => partial)).toBe(true);
  });

  it("takes no other thing for a field of a pod where a resource is nearly one", () => {
    const volumes = [{ name: "a", size: "1Gi" }];
    const thing = {
      apiVersion: "example.com/v1",
      kind: "Thing",
      metadata: { labels: { "istio.io/rev": "a" } },
    };
    const flagged = read({
      ...thing,
      spec: { hostNetwork: true, hostname: "shop.example.com", os: "linux" },
    });
    expect(flagged.pods.map(({ spec, pod_labels }) => [spec, pod_labels])).toEqual([
      [{ hostNetwork: true }, {}],
    ]);
    const claiming = read({ ...thing, spec: { volumes, store: { size: "1Gi", storageClass: "oci-bv" } } });
    expect([claiming.pods.length, claiming.pods[0]!.spec, claiming.volumes]).toEqual([1, {}, []]);
  });

  it("takes no container for a list of one where the API has a list", () => {
    const { containers } = read({ apiVersion: "v1", kind: "Pod", spec: { containers: { name: "a" } } });
    expect(containers).toEqual([]);
  });

  it("says where a template stands when it is not in the usual place", () => {
    const cronJob = {
      apiVersion: "batch/v1",
      kind: "CronJob",
      spec: { jobTemplate: { spec: { template: POD } } },
    };
    expect(read(cronJob).pods[0]!.template).toEqual(["spec", "jobTemplate", "spec", "template"]);
    expect(read({ apiVersion: "v1", kind: "Pod", ...POD }).pods[0]!.template).toEqual([]);
    const deployment = { apiVersion: "apps/v1", kind: "Deployment", spec: { template: POD } };
    expect(read(deployment).pods[0]).not.toHaveProperty("template");
  });

  it("calls a container without a name unnamed", () => {
    const { containers } = read({ apiVersion: "v1", kind: "Pod", spec: { containers: [{ tty: true }] } });
    expect(containers[0]!.name).toBe("unnamed");
  });

  it.each([
    ["uid", { uid: "x" }, true],
    ["time of creation", { creationTimestamp: "2024-01-01T00:00:00Z" }, true],
    ["time of creation that a generator left empty", { creationTimestamp: null }, false],
    ["name", { name: "a" }, false],
  ])("tells a dump of a cluster by its %s", (_, metadata, exported) => {
    expect(read({ apiVersion: "v1", kind: "Pod", metadata, ...POD }).pods[0]!.exported).toBe(exported);
  });
});
