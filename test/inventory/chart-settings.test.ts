// Which values of charts ask, by their names, for what virtual nodes do not have; and where charts keep their values.
import { describe, expect, it } from "vitest";
import { settingsIn } from "../../src/inventory/chart-settings.ts";
import { found, scanExample } from "../example.ts";

const named = (values: unknown) =>
  settingsIn(JSON.parse(JSON.stringify(values))).map(({ setting, path }) => `${path.join(".")}: ${setting}`);

describe("settingsIn", () => {
  it.each([
    [
      "switches",
      { hostNetwork: true, a: { hostPID: true, b: { hostIPC: { enabled: true } } } },
      ["hostNetwork: hostNetwork", "a.hostPID: hostPID", "a.b.hostIPC: hostIPC"],
    ],
    ["switches that are off", { hostNetwork: false, hostPID: null, hostIPC: "yes", privileged: "x" }, []],
    [
      "groups of security contexts",
      { podSecurityContext: { fsGroup: 1 }, fsGroup: 2 },
      ["podSecurityContext.fsGroup: fsGroup"],
    ],
    ["privileges", { securityContext: { privileged: true } }, ["securityContext.privileged: privileged"]],
    [
      "DaemonSets",
      { daemonset: { enabled: true }, useDaemonSet: true, controller: { kind: "DaemonSet" } },
      ["daemonset: daemonSet", "useDaemonSet: daemonSet", "controller.kind: daemonSet"],
    ],
    ["other kinds", { controller: { kind: "Deployment" }, daemonset: { enabled: false } }, []],
    [
      "claims",
      { db: { persistence: { enabled: true } }, server: { persistentVolume: { enabled: true } } },
      ["db.persistence: persistence", "server.persistentVolume: persistence"],
    ],
    ["claims on shared files", { persistence: { enabled: true, accessModes: ["ReadWriteMany"] } }, []],
    ["a shared claim, said once", { persistence: { enabled: true, accessMode: "ReadWriteMany" } }, []],
    ["a claim that is there", { persistence: { enabled: true, existingClaim: "data" } }, []],
    [
      "no claim that is there",
      { persistence: { enabled: true, existingClaim: "" } },
      ["persistence: persistence"],
    ],
    ["policies", { networkPolicy: { enabled: true } }, ["networkPolicy: networkPolicy"]],
    [
      "addresses of clients",
      { service: { externalTrafficPolicy: "Local" } },
      ["service.externalTrafficPolicy: externalTrafficPolicy"],
    ],
    [
      "security lists that OKE keeps",
      {
        controller: {
          service: {
            annotations: {
              "service.beta.kubernetes.io/oci-load-balancer-security-list-management-mode": "All",
              "oci-network-load-balancer.oraclecloud.com/security-list-management-mode": "None",
              "oci.oraclecloud.com/security-rule-management-mode": "SL-Frontend",
            },
          },
        },
      },
      [
        "controller.service.annotations.service.beta.kubernetes.io/oci-load-balancer-security-list-management-mode: securityLists",
        "controller.service.annotations.oci.oraclecloud.com/security-rule-management-mode: securityRules",
      ],
    ],
    [
      "init containers",
      { extraInitContainers: [{ name: "a" }], initContainers: [] },
      ["extraInitContainers: initContainers"],
    ],
    [
      "parts that are switched off",
      { exporter: { enabled: false, hostNetwork: true, sub: { hostPID: true } } },
      [],
    ],
    [
      "volumes of the node",
      {
        extraVolumes: [
          { name: "a", emptyDir: {} },
          { name: "b", hostPath: { path: "/x" } },
        ],
      },
      ["extraVolumes: hostPath"],
    ],
    ["no volumes", { paths: [{ hostPath: { path: "/x" } }, { name: "a", hostPath: "/x" }] }, []],
    [
      "templates of claims",
      { storageSpec: { volumeClaimTemplate: { spec: { accessModes: ["ReadWriteOnce"] } } } },
      ["storageSpec.volumeClaimTemplate: persistence"],
    ],
    ["templates of shared claims", { volumeClaimTemplate: { spec: { accessModes: ["ReadWriteMany"] } } }, []],
    ["lists of whole objects", { extraObjects: [{ spec: { hostNetwork: true } }] }, []],
  ])("finds %s", (_, values, expected) => {
    expect(named(values)).toEqual(expected);
  });

  it("survives values of any type, and stops in deep and in endless ones", () => {
    for (const junk of [undefined, null, 7, "x", [], [{ hostNetwork: true }]])
      expect(settingsIn(junk)).toEqual([]);
    let deep: unknown = { hostNetwork: true };
    for (let depth = 0; depth < 30; depth += 1) deep = { a: deep };
    expect(named(deep)).toEqual([]);
    const wide = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`a${index}`, { hostPID: true }]),
    );
    expect(named(wide)).toHaveLength(50);
  });
});

describe("the values of a chart", () => {
  const lines = async (files: Readonly<Record<string, string>>) =>
    found(
      await scanExample({
        name: "",
        nodes: "virtual",
        asOf: "seed",
        expected: [],
        files: new Map(Object.entries(files)),
      }),
    );

  it("count in one of several sources, and as text", async () => {
    const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: a }
spec:
  sources:
    - { repoURL: "https://charts.example.com", chart: a, helm: { valuesObject: { a: { hostPID: true } } } }
    - repoURL: https://charts.example.com
      chart: b
      helm:
        values: "hostIPC: true"
---
apiVersion: helm.cattle.io/v1
kind: HelmChart
metadata: { name: c }
spec:
  chart: c
  valuesContent: |-
    hostNetwork: true
`;
    expect(await lines({ "a.yaml": application })).toEqual([
      "a.yaml:10 unsupported-chart-setting",
      "a.yaml:17 unsupported-chart-setting",
      "a.yaml:6 unsupported-chart-setting",
    ]);
  });

  it("count in one of several sources of an application set", async () => {
    const set = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: a }
spec:
  template:
    spec:
      sources:
        - { repoURL: "https://charts.example.com", chart: a }
        - { repoURL: "https://charts.example.com", chart: b, helm: { valuesObject: { a: { hostPID: true } } } }
`;
    expect(await lines({ "a.yaml": set })).toEqual(["a.yaml:9 unsupported-chart-setting"]);
  });

  it("count in commands and in Terraform", async () => {
    const script =
      "helm upgrade --install a example/a --set controller.hostNetwork=true,x.enabled=false,x.hostPID=true\n";
    expect(await lines({ "a.sh": script })).toEqual(["a.sh:1 unsupported-chart-setting"]);
    const terraform = `resource "helm_release" "a" {
  name  = "a"
  chart = "agent"
  values = [yamlencode({ controller = { hostPID = true } })]
  set {
    name  = "podSecurityContext.fsGroup"
    value = "1000"
  }
}
`;
    expect(await lines({ "a.tf": terraform })).toEqual(["a.tf:4 unsupported-chart-setting"]);
  });

  it("count without a chart beside them, and are none of a chart inside another", async () => {
    const values = "hostNetwork: true\n";
    const chart = "apiVersion: v2\nname: a\nversion: 1.0.0\n";
    expect(await lines({ "env/values-prod.yaml": values })).toEqual([
      "env/values-prod.yaml:1 unsupported-chart-setting",
    ]);
    expect(await lines({ "env/prod.yaml": values })).toEqual([]);
    expect(await lines({ "charts/a/Chart.yaml": chart, "charts/a/values.yaml": values })).toEqual([
      "charts/a/values.yaml:1 unsupported-chart-setting",
    ]);
    const inside = {
      "a/Chart.yaml": chart,
      "a/charts/b/Chart.yaml": chart,
      "a/charts/b/values.yaml": values,
    };
    expect(await lines(inside)).toEqual([]);
  });

  it("count in files that commands name, and in those named after their chart", async () => {
    const values = "a: {}\nhostNetwork: true\n";
    const script =
      "helm upgrade --install web oci://charts.example/web -f prod.yaml,env/eu.yml --values=../x.yaml\n";
    expect(
      await lines({
        "deploy/run.sh": script,
        "deploy/prod.yaml": values,
        "env/eu.yml": values,
        "x.yaml": values,
        "env/us.yml": values,
      }),
    ).toEqual([
      "deploy/prod.yaml:2 unsupported-chart-setting",
      "env/eu.yml:2 unsupported-chart-setting",
      "x.yaml:2 unsupported-chart-setting",
    ]);
    expect(await lines({ "run.sh": "kubectl apply -f prod.yaml\n", "prod.yaml": values })).toEqual([]);
    expect(await lines({ "env/web-values.yaml": values, "env/devalues.yaml": values })).toEqual([
      "env/web-values.yaml:2 unsupported-chart-setting",
    ]);
  });

  it("count by dotted names: of Argo CD, Skaffold and helmfile", async () => {
    const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: a }
spec:
  source:
    repoURL: https://charts.example.com
    chart: a
    helm:
      parameters:
        - { name: a.enabled, value: "true" }
        - name: a.hostPID
          value: "true"
        - { name: b.enabled, value: "false" }
        - { name: b.hostPID, value: "true" }
`;
    const skaffold = `apiVersion: skaffold/v4beta13
kind: Config
deploy:
  helm:
    releases:
      - name: a
        chartPath: a
        setValues:
          hostIPC: true
          podSecurityContext.fsGroup: 2000
          a: { persistence.enabled: true }
`;
    const helmfile = `releases:
  - chart: example/a
    set:
      - { name: 'a\\.b.hostNetwork', value: true }
      - { name: hostPID, value: false }
      - { name: hostIPC }
`;
    const files = { "app.yaml": application, "skaffold.yaml": skaffold, "helmfile.yaml": helmfile };
    expect(await lines(files)).toEqual([
      "app.yaml:11 unsupported-chart-setting",
      "helmfile.yaml:4 unsupported-chart-setting",
      "skaffold.yaml:10 unsupported-chart-setting",
      "skaffold.yaml:9 unsupported-chart-setting",
    ]);
  });

  it("count in tasks of Ansible, unless they take the chart away", async () => {
    const task = (state: string) => `- kubernetes.core.helm:
    name: a
    chart_ref: example/a
    state: ${state}
    values: { hostPID: true }
- community.kubernetes.helm: { name: b, chart_ref: example/b, release_values: { a: { hostIPC: true } } }
`;
    expect(await lines({ "a.yml": task("present") })).toEqual([
      "a.yml:5 unsupported-chart-setting",
      "a.yml:6 unsupported-chart-setting",
    ]);
    expect(await lines({ "a.yml": task("absent") })).toEqual(["a.yml:6 unsupported-chart-setting"]);
  });

  it("count in what charts take them from, with Fleet and with Sveltos", async () => {
    const map = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n";
    const fleet = `helm:
  chart: linkerd-control-plane
  values: { hostPID: true }
targetCustomizations:
  - { name: a, helm: { chart: istiod } }
  - { name: b, helm: { values: { hostIPC: true } } }
`;
    const profile = `apiVersion: config.projectsveltos.io/v1beta1
kind: ClusterProfile
metadata: { name: a }
spec:
  helmCharts:
    - chartName: linkerd/linkerd-control-plane
      values: "hostPID: true"
`;
    expect(await lines({ "a.yaml": `${map}  values.yaml: "hostPID: true"\n` })).toEqual([
      "a.yaml:5 unsupported-chart-setting",
    ]);
    expect(await lines({ "a.yaml": `${map}  other.yaml: "hostPID: true"\n` })).toEqual([]);
    expect(await lines({ "app/fleet.yaml": fleet, "profile.yaml": profile })).toEqual([
      "app/fleet.yaml:2 unsupported-package",
      "app/fleet.yaml:3 unsupported-chart-setting",
      "app/fleet.yaml:5 unsupported-package",
      "app/fleet.yaml:6 unsupported-chart-setting",
      "profile.yaml:6 unsupported-package",
      "profile.yaml:7 unsupported-chart-setting",
    ]);
    expect(await lines({ "app/other.yaml": fleet })).toEqual([]);
  });

  it.each([
    ["a helmfile", { "helmfile.yaml": "releases: [{ chart: a/b, values: [env/prod.yaml] }]\n" }],
    ["a kustomization", { "env/kustomization.yaml": "helmCharts: [{ name: a, valuesFile: prod.yaml }]\n" }],
    [
      "a kustomization beside others",
      { "env/kustomization.yaml": "helmCharts: [{ name: a, additionalValuesFiles: [prod.yaml] }]\n" },
    ],
    [
      "a kustomization for Flux",
      { "env/kustomization.yaml": "configMapGenerator: [{ name: a, files: [values.yaml=prod.yaml] }]\n" },
    ],
    [
      "a generator",
      {
        "env/g.yaml":
          "apiVersion: builtin\nkind: HelmChartInflationGenerator\nname: a\nvaluesFile: prod.yaml\n",
      },
    ],
    [
      "Skaffold",
      {
        "skaffold.yaml":
          "apiVersion: skaffold/v4beta13\ndeploy: { helm: { releases: [{ chartPath: a, valuesFiles: [env/prod.yaml] }] } }\n",
      },
    ],
    ["Fleet", { "env/fleet.yaml": "helm: { valuesFiles: [prod.yaml] }\n" }],
    [
      "Argo CD",
      {
        "a.yaml":
          "apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec: { source: { path: env, helm: { valueFiles: [prod.yaml] } } }\n",
      },
    ],
    [
      "a source of Argo CD",
      {
        "a.yaml":
          "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nspec: { template: { spec: { sources: [{ chart: a, helm: { valueFiles: [$x/env/prod.yaml] } }] } } }\n",
      },
    ],
    [
      "Terraform",
      {
        "a.tf": `resource "helm_release" "a" {
  name   = "a"
  chart  = "a"
  values = [file("\${path.module}/env/prod.yaml")]
}
`,
      },
    ],
  ])("count in a file that %s names", async (_, files: Readonly<Record<string, string>>) => {
    const values = { "env/prod.yaml": "hostPID: true\n", "env/other.yaml": "hostPID: true\n" };
    expect(await lines({ ...values, ...files })).toEqual(["env/prod.yaml:1 unsupported-chart-setting"]);
  });

  it("count once in a file that Terraform hands to a chart and whose name tells as well", async () => {
    const files = {
      "a-values.yaml": "a: 1\nhostPID: true\n",
      "a.tf":
        'resource "helm_release" "a" {\n  name = "a"\n  chart = "a"\n  values = [file("a-values.yaml")]\n}\n',
    };
    expect(await lines(files)).toEqual(["a-values.yaml:2 unsupported-chart-setting"]);
  });

  it("count where Terraform switches on what the file leaves off", async () => {
    const files = {
      "a-values.yaml": "persistence:\n  enabled: false\n",
      "a.tf":
        'resource "helm_release" "a" {\n  name = "a"\n  chart = "a"\n  values = [file("a-values.yaml")]\n  set {\n    name = "persistence.enabled"\n    value = "true"\n  }\n}\n',
    };
    expect(await lines(files)).toEqual(["a-values.yaml:1 unsupported-chart-setting"]);
  });
});
