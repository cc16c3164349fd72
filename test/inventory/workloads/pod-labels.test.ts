// Labels of pods that their template does not show: unknown ones, and those of kustomizations and patches.
import { describe, expect, it } from "vitest";
import { inventoryOf } from "../../texts.ts";

const CONSTRAINED = `      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          labelSelector:
            matchLabels: { app: web }
            matchExpressions: [{ key: team, operator: In, values: [shop, home] }]
`;

function deployment(labels: string, constraints = CONSTRAINED) {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template:
    metadata:
      labels: ${labels}
    spec:
${constraints}      containers: [{ name: web, image: "registry.example/web:1" }]
`;
}

async function pods(files: Readonly<Record<string, string>>) {
  return (await inventoryOf(files, "virtual")).workloads.pods.filter(({ partial }) => !partial);
}

describe("labels that are not known", () => {
  it.each([
    ["a value", '{ app: web, tier: "${TIER}" }', ["tier"]],
    ["a key", '{ "${KEY}": x }', ["*"]],
    ["all of them", '"${LABELS}"', ["*"]],
  ])("are named: %s", async (_, labels, unknown) => {
    const [pod] = await pods({ "web.yaml": deployment(labels) });
    expect(pod?.unknown_labels).toEqual(unknown);
  });

  it("may be any where the metadata is not known", async () => {
    const text = deployment("{}").replace(/metadata:\n +labels: \{\}/, 'metadata: "${METADATA}"');
    expect(await pods({ "web.yaml": text })).toMatchObject([{ unknown_labels: ["*"] }]);
  });

  it("are not listed where all are known, nor for pods without constraints", async () => {
    const [known] = await pods({ "web.yaml": deployment("{ app: web }") });
    expect(known).not.toHaveProperty("unknown_labels");
    const [free] = await pods({ "web.yaml": deployment('{ app: "${APP}" }', "") });
    expect(free).not.toHaveProperty("unknown_labels");
  });

  it("are told of a merged map of Terraform", async () => {
    const body = (labels: string) => `variable "labels" {}
resource "kubernetes_pod_v1" "web" {
  metadata {
    name   = "web"
    labels = ${labels}
  }
  spec {
    topology_spread_constraint {
      label_selector { match_labels = { app = "web" } }
    }
    container { name = "web" }
  }
}`;
    const [merged] = await pods({ "main.tf": body('merge(var.labels, { app = "web" })') });
    expect(merged).toMatchObject({ pod_labels: { app: "web" }, unknown_labels: ["*"] });
    const [plain] = await pods({ "main.tf": body('merge({ a = "b" }, { app = "web" })') });
    expect(plain).not.toHaveProperty("unknown_labels");
  });
});

describe("labels from elsewhere", () => {
  it("are those that a kustomization puts on templates, by either key", async () => {
    const [pod] = await pods({
      "web.yaml": deployment("{}"),
      "kustomization.yaml": `commonLabels: { app: web }
labels:
  - pairs: { team: shop }
    includeSelectors: true
  - pairs: { team: bank, color: red }
    includeTemplates: true
  - pairs: { team: school }
    includeTemplates: true
  - pairs: { owner: nobody }
`,
    });
    expect(pod?.added_labels).toEqual({ app: ["web"], team: ["shop", "bank"] });
  });

  it("are those of the templates of patches", async () => {
    const [pod] = await pods({
      "web.yaml": deployment("{}"),
      "kustomization.yaml": "resources: [web.yaml]\npatches: [{ path: patch.yaml }]\n",
      "patch.yaml": deployment("{ app: web }", ""),
    });
    expect(pod?.added_labels).toEqual({ app: ["web"] });
  });

  it.each([
    ["a value", 'commonLabels: { app: "${APP}" }', ["app"]],
    ["a value of a pair", 'labels: [{ pairs: { team: "${TEAM}" }, includeSelectors: true }]', ["team"]],
    ["all of them", 'commonLabels: "${LABELS}"', ["*"]],
    ["a label that nothing selects by", 'commonLabels: { owner: "${OWNER}" }', undefined],
  ])("may not be known: %s", async (_, text, unknown) => {
    const [pod] = await pods({ "web.yaml": deployment("{}"), "kustomization.yaml": `${text}\n` });
    expect(pod?.unknown_labels).toEqual(unknown);
    expect(pod).not.toHaveProperty("added_labels");
  });

  it("may not be known in patches", async () => {
    const [pod] = await pods({
      "web.yaml": deployment("{}"),
      "kustomization.yaml": "resources: [web.yaml]\npatches: [{ path: patch.yaml }]\n",
      "patch.yaml": deployment('{ app: "${APP}" }', ""),
    });
    expect(pod?.unknown_labels).toEqual(["app"]);
  });

  it("are left out where there are none, and for pods without constraints", async () => {
    const kustomization = { "kustomization.yaml": "commonLabels: { app: web }\n" };
    const [free] = await pods({ "web.yaml": deployment("{}", ""), ...kustomization });
    expect(free).not.toHaveProperty("added_labels");
    const [alone] = await pods({ "web.yaml": deployment("{}") });
    expect(alone).not.toHaveProperty("added_labels");
  });
});
