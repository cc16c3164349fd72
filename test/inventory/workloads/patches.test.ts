// Patches of kustomize in a repository: what they aim at, where they stand, and that they are no workloads of their own.
import { describe, expect, it } from "vitest";
import type { Nodes } from "../../../src/model/request.ts";
import { found, scanExample } from "../../example.ts";

async function scanned(files: Readonly<Record<string, string>>, nodes: Nodes = "virtual") {
  const example = { name: "", nodes, asOf: "seed", expected: [], files: new Map(Object.entries(files)) };
  return await scanExample(example);
}

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: { app: web }
spec:
  template:
    spec:
      nodeSelector: { tier: x }
      containers:
        - name: web
          image: iad.ocir.io/shop/web:1
          resources: { requests: { cpu: 1, memory: 1Gi }, limits: { cpu: 1, memory: 1Gi } }
`;
const OPERATION = `
      - op: add
        path: /spec/template/spec/hostPID
        value: true
`;

async function patched(target: string, more: Readonly<Record<string, string>> = { "web.yaml": WEB }) {
  const kustomization = `patches:\n  - target: ${target}\n    patch: |${OPERATION}`;
  const scan = await scanned({ ...more, "kustomization.yaml": kustomization });
  return scan.judged.filter(({ finding }) => finding.rule === "host-namespace").map(({ finding }) => finding);
}

describe("a patch inside a kustomization", () => {
  it("is reported at its own line", async () => {
    const [finding] = await patched("{ kind: Deployment, name: web }");
    expect(finding?.place.range?.start).toEqual({ line: 4, column: 9 });
    expect(finding?.subject).toBe("apps/Deployment default/web");
  });

  it("is reported at its own line as a strategic merge, folded and quoted text included", async () => {
    const body = (lead: string) =>
      ["apiVersion: apps/v1", "kind: Deployment", "metadata: { name: web }", "spec:", "  template:"]
        .concat(["    spec:", "      hostIPC: true"])
        .map((line) => `${lead}${line}`)
        .join("\n");
    const scan = await scanned({
      "kustomization.yaml": `resources: [web.yaml]\npatchesStrategicMerge:\n  - |-\n${body("    ")}\npatches:\n  - patch: '{"apiVersion": "v1", "kind": "Pod", "spec": {"hostPID": true}}'\n`,
    });
    expect(found(scan)).toEqual([
      "kustomization.yaml:10 host-namespace",
      "kustomization.yaml:12 host-namespace",
    ]);
    expect(scan.judged.at(-1)!.finding.place.range?.start.column).toBeGreaterThan(40);
  });

  it.each([
    ["kinds by alternatives", "{ kind: StatefulSet|Deployment }", "apps/Deployment default/web"],
    ["every kind", '{ kind: ".*", name: "we.*" }', "apps/Deployment default/web"],
    ["a name alone", "{ name: web }", "apps/Deployment default/web"],
    ["a label", '{ labelSelector: "app=web" }', "apps/Deployment default/web"],
    ["nothing that can be told", '{ annotationSelector: "x" }', "apps/Deployment default/web"],
    ["a kind of no stated group", "{ kind: Rollout, name: web }", "argoproj.io/Rollout default/web"],
  ])("aims at %s", async (_, target, subject) => {
    expect((await patched(target)).map((finding) => finding.subject)).toEqual([subject]);
  });

  it("aims at a kind by its path where the object stands elsewhere", async () => {
    expect((await patched('{ labelSelector: "app=web" }', {})).map(({ subject }) => subject)).toEqual([
      "apps/Deployment default/",
    ]);
    expect(await patched("{ kind: ConfigMap }", {})).toEqual([]);
  });
});

describe("the pod of a patch", () => {
  const kustomization = "patches: [{ path: patch.yaml }]\n";
  const PATCH = WEB.replace(/ {6}nodeSelector[\s\S]*$/, "      hostPID: true\n");

  it("is the pod that it changes", async () => {
    const scan = await scanned({
      "overlay/kustomization.yaml": kustomization,
      "overlay/patch.yaml": PATCH,
      "web.yaml": WEB,
    });
    const [patch, web] = scan.workloads as readonly { readonly id: string; readonly patches?: string }[];
    expect(patch?.patches).toBe(web?.id);
    expect(web).not.toHaveProperty("patches");
    expect(scan.judged.map(({ finding }) => [finding.place.file, finding.workload])).toEqual([
      ["overlay/patch.yaml", web!.id],
    ]);
  });

  it("is that of the nearest object of its name, and of the first patch where there is none", async () => {
    const scan = await scanned({
      "a/kustomization.yaml": kustomization,
      "a/patch.yaml": PATCH,
      "a/web.yaml": WEB,
      "b/kustomization.yaml": kustomization,
      "b/patch.yaml": PATCH,
      "b/web.yaml": WEB,
      "c/kustomization.yaml": kustomization,
      "c/patch.yaml": PATCH.replaceAll("web", "api"),
      "d/kustomization.yaml": kustomization,
      "d/patch.yaml": PATCH.replaceAll("web", "api"),
    });
    const pods = scan.workloads as readonly { readonly id: string; readonly patches?: string }[];
    expect(pods.map(({ id, patches }) => [id, patches])).toEqual([
      ["w1", "w2"],
      ["w2", undefined],
      ["w3", "w4"],
      ["w4", undefined],
      ["w5", undefined],
      ["w6", "w5"],
    ]);
  });

  it("runs where the object runs that it changes, unless it says more", async () => {
    const marked = (nodes: string) => WEB.replace("labels: {", `labels: { oke-policy/nodes: ${nodes},`);
    const findings = async (web: string, patch: string) =>
      (
        await scanned({ "kustomization.yaml": kustomization, "patch.yaml": patch, "web.yaml": web }, "mixed")
      ).judged.map(({ finding }) => finding.severity);
    expect(await findings(WEB, PATCH)).toEqual(["warning"]);
    expect(await findings(marked("managed"), PATCH)).toEqual([]);
    expect(await findings(marked("virtual"), PATCH)).toEqual(["error"]);
    expect(
      await findings(marked("managed"), PATCH.replace("labels: {", "labels: { oke-policy/nodes: virtual,")),
    ).toEqual(["error"]);
  });
});

describe("a kustomization without its kind", () => {
  it("makes Secrets all the same", async () => {
    const scan = await scanned({
      "kustomization.yaml":
        "resources: [web.yaml]\nsecretGenerator:\n  - name: pull\n    files: [.dockerconfigjson]\n",
      "web.yaml": WEB.replace("nodeSelector: { tier: x }", "imagePullSecrets: [{ name: pull }]"),
    });
    expect(found(scan)).toEqual(["kustomization.yaml:3 image-pull-secret-type"]);
  });
});
