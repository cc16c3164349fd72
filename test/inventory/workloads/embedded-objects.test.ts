// Objects that stand in other documents: where they are found, and where they are not.
import { describe, expect, it } from "vitest";
import { found, scanExample } from "../../example.ts";

async function lines(text: string): Promise<readonly string[]> {
  const example = {
    name: "",
    nodes: "virtual",
    asOf: "seed",
    expected: [],
    files: new Map([["a.yaml", text]]),
  } as const;
  return found(await scanExample(example));
}

const POD = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  hostPID: true
  containers:
    - { name: web, image: "iad.ocir.io/shop/web:1", resources: { limits: { cpu: 1, memory: 1Gi } } }
`;
const indented = (width: number) => POD.replaceAll(/^(?=.)/gm, " ".repeat(width));

describe("an object in a task of Ansible", () => {
  const task = (module: string, setting: string, more = "") =>
    `- name: deploy\n  ${module}:\n    state: present${more}\n    ${setting}:\n${indented(6)}`;

  it.each([
    ["kubernetes.core.k8s", "definition"],
    ["community.kubernetes.k8s", "resource_definition"],
    ["redhat.openshift.k8s", "definition"],
    ["k8s", "inline"],
  ])("is found in %s, as %s", async (module, setting) => {
    expect(await lines(task(module, setting))).toEqual(["a.yaml:9 host-namespace"]);
  });

  it("is found in plays and blocks, and in lists of definitions", async () => {
    const play = `- hosts: localhost
  tasks:
    - block:
        - kubernetes.core.k8s:
            definition:
              - apiVersion: v1
                kind: List
                items:
                  - { apiVersion: apps/v1, kind: DaemonSet, metadata: { name: a }, spec: {} }
              - { apiVersion: apps/v1, kind: DaemonSet, metadata: { name: b }, spec: {} }
`;
    expect(await lines(play)).toEqual(["a.yaml:10 daemon-set", "a.yaml:9 daemon-set"]);
  });

  it("is found in a text, at its own line", async () => {
    expect(await lines(task("k8s", "definition").replace("definition:", "definition: |"))).toEqual([
      "a.yaml:9 host-namespace",
    ]);
  });

  it("is changed by a JSON patch", async () => {
    const patch = `- kubernetes.core.k8s_json_patch:
    api_version: apps/v1
    kind: Deployment
    name: web
    patch:
      - op: add
        path: /spec/template/spec/hostIPC
        value: true
`;
    expect(await lines(patch)).toEqual(["a.yaml:6 host-namespace"]);
    expect(await lines(patch.replace("_json_patch", "_json"))).toEqual([]);
  });

  it("is none where it is taken away, or another module has one of the name", async () => {
    expect(await lines(task("kubernetes.core.k8s", "definition").replace("present", "absent"))).toEqual([]);
    expect(await lines(task("kubernetes.core.k8s_info", "definition"))).toEqual([]);
    expect(await lines(task("my.own.k8s", "definition"))).toEqual([]);
  });

  it("changes one that is there already where it is a patch", async () => {
    const bare = task("kubernetes.core.k8s", "definition").replace(/limits: .* \} \} \}$/m, "} }");
    expect(await lines(bare)).toContain("a.yaml:11 missing-resource-limit");
    expect(await lines(bare.replace("present", "patched"))).toEqual(["a.yaml:9 host-namespace"]);
  });

  it("survives values of any type", async () => {
    for (const junk of ["7", "[null]", "{ definition: 7 }", "{ definition: [7, [8]] }", '"{{ x }}"'])
      expect(await lines(`- k8s: ${junk}\n- 7\n- tasks: ${junk}\n`)).toEqual([]);
  });
});

describe("an object that another hands on", () => {
  it.each([
    ["template.openshift.io/v1", "Template", "objects:\n  -\n", 4, 9],
    ["kubernetes.crossplane.io/v1alpha2", "Object", "spec:\n  forProvider:\n    manifest:\n", 6, 10],
    [
      "work.open-cluster-management.io/v1",
      "ManifestWork",
      "spec:\n  workload:\n    manifests:\n      -\n",
      8,
      11,
    ],
    ["work.karmada.io/v1alpha1", "Work", "spec:\n  workload:\n    manifests:\n      -\n", 8, 11],
  ])("is found in %s %s", async (apiVersion, kind, lead, width, line) => {
    const text = `apiVersion: ${apiVersion}\nkind: ${kind}\n${lead}${indented(width)}`;
    expect(await lines(text)).toEqual([`a.yaml:${line} host-namespace`]);
  });
});

describe("an object in a custom resource", () => {
  const holder = (apiVersion: string) =>
    `apiVersion: ${apiVersion}\nkind: Holder\nspec:\n  template:\n${indented(4)}`;

  it("is found wherever it says what it is", async () => {
    expect(await lines(holder("example.com/v1"))).toEqual(["a.yaml:9 host-namespace"]);
  });

  it("is found in an object in the object", async () => {
    const object = `apiVersion: kubernetes.crossplane.io/v1alpha2
kind: Object
spec:
  forProvider:
    manifest:
${indented(6)}`;
    const composition = `apiVersion: apiextensions.crossplane.io/v1
kind: Composition
spec:
  resources:
    - base:
${object.replaceAll(/^(?=.)/gm, "        ")}`;
    expect(await lines(composition)).toEqual(["a.yaml:15 host-namespace"]);
  });

  it("is none of a policy or of Kubernetes itself", async () => {
    expect(await lines(holder("kyverno.io/v1"))).toEqual([]);
    expect(await lines(holder("apps/v1"))).toEqual([]);
  });

  it("is none that only a reference names", async () => {
    const text =
      "apiVersion: example.com/v1\nkind: A\nspec: { ref: { apiVersion: apps/v1, kind: DaemonSet } }\n";
    expect(await lines(text)).toEqual([]);
  });

  it("is found where its metadata say more than a name", async () => {
    const text = (metadata: string) =>
      `apiVersion: example.com/v1\nkind: A\nspec:\n  resources:\n    - { apiVersion: v1, kind: Namespace, metadata: ${metadata} }\n`;
    expect(await lines(text("{ name: a, labels: { istio-injection: enabled } }"))).toEqual([
      "a.yaml:5 service-mesh-injection",
    ]);
    expect(await lines(text("{ name: a, annotations: { linkerd.io/inject: enabled } }"))).toHaveLength(1);
    const daemons = text("{ name: a }").replace("Namespace", "DaemonSet");
    expect(await lines(daemons)).toEqual([]);
  });

  it("is found as a text in a step of Argo", async () => {
    const text = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  templates:
    - name: create
      resource:
        action: create
        manifest: |
${indented(10)}`;
    expect(await lines(text)).toEqual(["a.yaml:13 host-namespace"]);
  });
});

describe("an object in a list", () => {
  it("is found in one that is nothing else", async () => {
    const list = `- apiVersion: apps/v1\n  kind: DaemonSet\n  metadata: { name: a }\n- kind: DaemonSet\n- 7\n`;
    expect(await lines(list)).toEqual(["a.yaml:2 daemon-set"]);
    expect(await lines("- { apiVersion: apps/v1, kind: DaemonSet, name: a }\n")).toEqual([]);
  });

  it.each(["extraObjects", "extraManifests", "extraDeploy", "extraResources"])(
    "is found in values of a chart, as %s",
    async (key) => {
      const values = `a:\n  ${key}:\n    -\n${indented(6)}`;
      expect(await lines(values)).toEqual(["a.yaml:8 host-namespace"]);
      const release = `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  values:\n    ${key}:\n      -\n${indented(8)}`;
      expect(await lines(release)).toEqual(["a.yaml:11 host-namespace"]);
    },
  );

  it("is none of what is switched off, described or called otherwise", async () => {
    const values = `extraObjects:\n  -\n${indented(4)}`;
    expect(await lines(`enabled: false\n${values}`)).toEqual([]);
    expect(await lines(`schema:\n${values.replaceAll(/^(?=.)/gm, "  ")}`)).toEqual([]);
    expect(await lines(values.replace("extraObjects", "examples"))).toEqual([]);
    expect(await lines('extraObjects: ["x", 7, { kind: DaemonSet }]\n')).toEqual([]);
  });
});
