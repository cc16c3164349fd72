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

describe("a transformer in a file of its own", () => {
  const builtin = (kind: string, fields: string) =>
    `apiVersion: builtin\nkind: ${kind}\nmetadata: { name: a }\n${fields}`;
  const merge =
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { hostIPC: true } } }";
  const indented = merge.replaceAll(/^/gm, "  ");
  it.each([
    [
      "operations",
      "PatchTransformer",
      `target: { kind: Deployment }\npatch: |-${OPERATION}`,
      "t.yaml:6 host-namespace",
    ],
    [
      "operations alone",
      "PatchJson6902Transformer",
      `target: { kind: Deployment }\njsonOp: |-${OPERATION}`,
      "t.yaml:6 host-namespace",
    ],
    [
      "a strategic merge",
      "PatchStrategicMergeTransformer",
      `patches: |-\n${indented}\n`,
      "t.yaml:8 host-namespace",
    ],
    ["files", "PatchStrategicMergeTransformer", "paths: [p.yaml]\n", "p.yaml:4 host-namespace"],
    ["a file", "PatchTransformer", "path: p.yaml\ntarget: { kind: Deployment }\n", "p.yaml:4 host-namespace"],
  ])("patches by %s", async (_, kind, fields, expected) => {
    const files = { "t.yaml": builtin(kind, fields), "p.yaml": merge, "web.yaml": WEB };
    const scan = await scanned(fields.includes("p.yaml") ? files : { ...files, "p.yaml": "a: b\n" });
    expect(found(scan)).toEqual([expected]);
  });

  it("patches nothing where it does something else", async () => {
    const files = { "t.yaml": builtin("LabelTransformer", `patch: |-${OPERATION}`), "web.yaml": WEB };
    expect(found(await scanned(files))).toEqual([]);
  });

  it("installs the chart that it inflates", async () => {
    const chart = builtin(
      "HelmChartInflationGenerator",
      "name: kubernetes-dashboard\nvaluesInline: { hostPID: true }\n",
    );
    expect(found(await scanned({ "g.yaml": chart }))).toEqual([
      "g.yaml:4 unsupported-package",
      "g.yaml:5 unsupported-chart-setting",
    ]);
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

describe("a patch that an object of Flux or Argo CD holds", () => {
  const MERGE = `apiVersion: apps/v1
kind: Deployment
metadata: { name: any }
spec:
  template:
    spec:
      hostIPC: true
`;
  const indented = (text: string, width: number) => text.replaceAll(/^(?=.)/gm, " ".repeat(width));
  const holding = (apiVersion: string, kind: string, lead: string, patches: string) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: x }\nspec:\n${lead}${patches}`;
  const listed = (width: number) =>
    `${" ".repeat(width)}patches:\n${" ".repeat(width)}- target: { kind: Deployment, name: web }\n${" ".repeat(width)}  patch: |\n${indented(MERGE, width + 4)}`;

  it.each([
    ["a Kustomization of Flux", "kustomize.toolkit.fluxcd.io/v1", "Kustomization", "", listed(2), 14],
    [
      "a HelmRelease of Flux",
      "helm.toolkit.fluxcd.io/v2",
      "HelmRelease",
      "  postRenderers:\n  - kustomize:\n",
      listed(6),
      16,
    ],
    ["a FluxInstance", "fluxcd.controlplane.io/v1", "FluxInstance", "  kustomize:\n", listed(4), 15],
    [
      "an Application of Argo CD",
      "argoproj.io/v1alpha1",
      "Application",
      "  source:\n    kustomize:\n",
      listed(6),
      16,
    ],
    [
      "one of several sources",
      "argoproj.io/v1alpha1",
      "Application",
      "  sources:\n  - path: a\n  - kustomize:\n",
      listed(6),
      17,
    ],
    [
      "an ApplicationSet",
      "argoproj.io/v1alpha1",
      "ApplicationSet",
      "  template:\n    spec:\n      source:\n        kustomize:\n",
      listed(10),
      18,
    ],
  ])("is read in %s, at its own line", async (_, apiVersion, kind, lead, patches, line) => {
    const scan = await scanned({ "app.yaml": holding(apiVersion, kind, lead, patches) });
    expect(found(scan)).toEqual([`app.yaml:${line} host-namespace`]);
    expect(scan.judged[0]!.finding.subject).toBe("apps/Deployment default/web");
  });

  it("is read as data, objects and operations", async () => {
    const scan = await scanned({
      "app.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2beta1
kind: HelmRelease
metadata: { name: x }
spec:
  postRenderers:
    - kustomize:
        patchesStrategicMerge:
          - { apiVersion: apps/v1, kind: Deployment, metadata: { name: a }, spec: { template: { spec: { hostPID: true } } } }
        patchesJson6902:
          - target: { group: apps, version: v1, kind: Deployment, name: b }
            patch:
              - op: add
                path: /spec/template/spec/hostIPC
                value: true
`,
    });
    expect(found(scan).toSorted()).toEqual(["app.yaml:12 host-namespace", "app.yaml:8 host-namespace"]);
    expect(scan.judged.map(({ finding }) => finding.subject).toSorted()).toEqual([
      "apps/Deployment default/a",
      "apps/Deployment default/b",
    ]);
  });

  it("names files of another repository, which are left as they are", async () => {
    const patches = "  patches:\n  - path: web.yaml\n";
    const scan = await scanned({
      "web.yaml": `${WEB}      hostPID: true\n`,
      "app.yaml": holding("kustomize.toolkit.fluxcd.io/v1", "Kustomization", "", patches),
    });
    expect(found(scan)).toEqual(["web.yaml:14 host-namespace"]);
    expect(scan.built.inventory.index.pods.map(({ partial }) => partial)).toEqual([false]);
  });

  it("of another shape is no patch", async () => {
    const scan = await scanned({
      "app.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: x }
spec: { postRenderers: { kustomize: [] }, patches: [1, { patch: 2 }, null] }
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: x }
spec: { patches: [1, { patch: 2 }, null], patchesStrategicMerge: [1, null], patchesJson6902: { target: 1 } }
`,
    });
    expect(found(scan)).toEqual([]);
  });
});

describe("the name in a strategic merge patch", () => {
  it("gives way to that of its target", async () => {
    const patch = WEB.replace("name: web\n", "name: not-important\n").replace(
      / {6}nodeSelector[\s\S]*$/,
      "      hostPID: true\n",
    );
    const scan = await scanned({
      "web.yaml": WEB,
      "kustomization.yaml":
        "resources: [web.yaml]\npatches:\n  - path: patch.yaml\n    target: { labelSelector: app=web }\n",
      "patch.yaml": patch,
    });
    expect(scan.judged.map(({ finding }) => finding.message)).toEqual([
      expect.stringContaining('Deployment "web"'),
    ]);
    const [first, second] = scan.workloads as readonly { readonly id: string; readonly patches?: string }[];
    expect([first?.patches, second?.patches]).toContain((first?.patches ? second : first)?.id);
  });
});

describe("requests and limits of a patch", () => {
  const patch = (resources: string, more = "") =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { spec: { containers: [{ name: web, resources: ${resources} }]${more} } } }\n`;
  const overlay = (...patches: readonly string[]) =>
    `resources: [../base]\npatches: [${patches.map((path) => `{ path: ${path} }`).join(", ")}]\n`;
  const BASE = { "base/kustomization.yaml": "resources: [web.yaml]\n", "base/web.yaml": WEB };
  const unequal = async (files: Readonly<Record<string, string>>) =>
    found(await scanned({ ...BASE, ...files })).filter((place) => place.endsWith(" unequal-resources"));
  const one = async (resources: string, more = "") =>
    await unequal({ "prod/kustomization.yaml": overlay("p.yaml"), "prod/p.yaml": patch(resources, more) });

  it.each([
    ["a limit beside the request that stays", "{ limits: { cpu: 2 } }", 1],
    ["a request beside the limit that stays", "{ requests: { memory: 2Gi } }", 1],
    ["equal quantities", "{ requests: { cpu: 1000m }, limits: { memory: 1024Mi } }", 0],
    ["both", "{ requests: { cpu: 2 }, limits: { cpu: 2 } }", 0],
    ["another resource", "{ limits: { ephemeral-storage: 1Gi } }", 0],
    ["nothing instead of requests", "{ requests: null, limits: { cpu: 2 } }", 0],
    ["a directive", "{ $patch: replace, limits: { cpu: 2 } }", 0],
    ["a value that is filled in", '{ requests: { cpu: "${CPU}" }, limits: { cpu: 2 } }', 0],
  ])("are compared with what the patched container keeps: %s", async (_, resources, count) => {
    expect(await one(resources)).toHaveLength(count);
  });

  it("are told at the patch, with the other side as written", async () => {
    const files = {
      "prod/kustomization.yaml": overlay("p.yaml"),
      "prod/p.yaml": patch("{ limits: { cpu: 2 } }"),
    };
    const { judged } = await scanned({ ...BASE, ...files });
    const finding = judged.find(({ finding }) => finding.rule === "unequal-resources")?.finding;
    expect(finding?.place).toMatchObject({ file: "prod/p.yaml", range: { start: { line: 4 } } });
    expect(finding?.facts).toMatchObject({ request: "1", limit: 2 });
    expect(finding?.related[0]?.place).toMatchObject({
      file: "base/web.yaml",
      range: { start: { line: 13 } },
    });
  });

  it("are not compared where the whole is put together from several patches", async () => {
    const limits = patch("{ limits: { cpu: 2 } }");
    const requests = patch("{ requests: { cpu: 2 } }");
    const kustomization = { "prod/kustomization.yaml": overlay("a.yaml", "b.yaml"), "prod/a.yaml": limits };
    expect(await unequal({ ...kustomization, "prod/b.yaml": requests })).toEqual([]);
    const component = {
      "prod/kustomization.yaml": `${overlay("a.yaml")}components: [../more]\n`,
      "more/kustomization.yaml":
        "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\npatches: [{ path: b.yaml }]\n",
    };
    expect(await unequal({ ...component, "prod/a.yaml": limits, "more/b.yaml": requests })).toEqual([]);
    const another = { "dev/kustomization.yaml": overlay("b.yaml"), "dev/b.yaml": requests };
    const single = { "prod/kustomization.yaml": overlay("a.yaml"), "prod/a.yaml": limits };
    expect(await unequal({ ...single, ...another })).toHaveLength(2);
  });

  it("are not compared where operations may have changed them, or another object may be meant", async () => {
    const files = { "prod/a.yaml": patch("{ limits: { cpu: 2 } }") };
    const operation = (op: string) =>
      `${overlay("a.yaml")}patchesJson6902: [{ target: { kind: Deployment, name: web }, patch: '[${op}]' }]\n`;
    const run = async (op: string) => await unequal({ ...files, "prod/kustomization.yaml": operation(op) });
    expect(await run('{"op": "add", "path": "/spec/paused", "value": true}')).toHaveLength(1);
    expect(
      await run('{"op": "remove", "path": "/spec/template/spec/containers/0/resources/requests"}'),
    ).toEqual([]);
    expect(
      await run('{"op": "add", "path": "/spec/template/spec/containers/0/resources", "value": {}}'),
    ).toEqual([]);
    const twin = { "other/web.yaml": WEB, "prod/kustomization.yaml": overlay("a.yaml") };
    expect(await unequal({ ...files, ...twin })).toEqual([]);
  });
});

describe("emptyDirs of a patch", () => {
  const web = WEB.replace("    spec:\n", "    spec:\n      volumes: [{ name: tmp, emptyDir: {} }]\n");
  const several = async (volumes: string, kustomization = "patches: [{ path: p.yaml }]\n") => {
    const patch = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      volumes:\n        - ${volumes}\n`;
    const files = { "base/web.yaml": web, "prod/p.yaml": patch };
    const scan = await scanned({
      ...files,
      "prod/kustomization.yaml": `resources: [../base]\n${kustomization}`,
    });
    return found(scan).filter((place) => place.endsWith(" several-empty-dirs"));
  };

  it.each([
    ["another one", "{ name: cache, emptyDir: {} }", ["prod/p.yaml:8 several-empty-dirs"]],
    ["the same one", "{ name: tmp, emptyDir: { medium: Memory } }", []],
    [
      "another in place of the one that it takes away",
      "{ name: cache, emptyDir: {} }\n        - { name: tmp, $patch: delete }",
      [],
    ],
    [
      "another beside the one that it makes something else",
      "{ name: cache, emptyDir: {} }\n        - { name: tmp, emptyDir: null, secret: {} }",
      [],
    ],
    ["no emptyDir", "{ name: cache, configMap: {} }", []],
  ])("are counted with those that stay: %s", async (_, volumes, expected) => {
    expect(await several(volumes)).toEqual(expected);
  });

  it("are not counted where operations write volumes", async () => {
    const operation = (path: string) =>
      `patches:\n  - path: p.yaml\n  - target: { kind: Deployment, name: web }\n    patch: '[{"op": "add", "path": "${path}", "value": []}]'\n`;
    const another = "{ name: cache, emptyDir: {} }";
    expect(await several(another, operation("/spec/template/spec/tolerations"))).toHaveLength(1);
    const written = operation("/spec/template/spec/volumes").replace(
      '"value": []',
      '"value": [{"name": "a"}]',
    );
    expect(await several(another, written)).toEqual([]);
  });
});
