// Kubernetes objects out of Terraform: the provider's own words, manifests as values and as YAML, and charts.
import { describe, expect, it } from "vitest";
import { kubernetesObjects } from "../../../src/inventory/kubernetes.ts";
import { fetchedManifests } from "../../../src/inventory/manifests/fetched-manifests.ts";
import { terraformManifests } from "../../../src/inventory/manifests/from-terraform.ts";
import { helmReleases } from "../../../src/inventory/manifests/helm-release.ts";
import { kindOf } from "../../../src/inventory/manifests/kinds.ts";
import { ObjectOrigin } from "../../../src/inventory/object-origin.ts";
import { Origins } from "../../../src/inventory/origins.ts";
import { targets } from "../../../src/inventory/targets.ts";
import type { Json } from "../../../src/model/document.ts";
import type { Path } from "../../../src/model/place.ts";
import { readYamlText } from "../../../src/readers/yaml/read.ts";
import { type Files, terraform } from "../terraform/evaluate-files.ts";

function documents(text: string | Files) {
  const { resources } = terraform(typeof text === "string" ? { "main.tf": text } : text);
  return terraformManifests(
    resources,
    (part) => readYamlText({ ...part, language: "yaml", origin: "terraform" }).documents,
  );
}

const DEPLOYMENT = `resource "kubernetes_deployment_v1" "web" {
  metadata {
    name   = "web"
    labels = { app = "web" }
  }
  spec {
    replicas = "2"
    selector {
      match_labels = { app = "web" }
    }
    template {
      metadata {
        labels = { app = "web" }
      }
      spec {
        host_network = true
        container {
          name  = "web"
          image = var.image
          port {
            container_port = 80
            host_port      = 8080
          }
          env {
            name = "KEY"
            value_from {
              secret_key_ref {
                name = "s"
                key  = "k"
              }
            }
          }
          resources {
            limits = { cpu = "1" }
          }
          liveness_probe {
            http_get {
              path = "/"
              port = 80
            }
          }
        }
        init_container {
          name = "init"
        }
        volume {
          name = "conf"
          config_map {
            name         = "c"
            default_mode = "0600"
          }
        }
        volume {
          name = "host"
          host_path {
            path = "/var"
          }
        }
        volume {
          name = "sec"
          secret {
            secret_name = "s"
          }
        }
      }
    }
  }
}
variable "image" {}
`;

describe("a text from a file that is to be filled in", () => {
  const secretWith = (file: string) =>
    documents({
      "main.tf": `variable "password" {}
variable "replicas" {}
resource "kubernetes_secret" "s" {
  metadata {
    name = "s"
  }
  data = {
    password = var.password
    url      = "db://${"$"}{var.password}@db"
    replicas = var.replicas
  }
}`,
      [file]: 'password = "change me"\nreplicas = 2\n',
    })[0]!.value as { readonly stringData: Json };

  it("is not known", () => {
    expect(secretWith("terraform.tfvars.example").stringData).toEqual({ replicas: 2 });
    expect(secretWith("terraform.tfvars").stringData).toEqual({
      password: "change me",
      url: "db://change me@db",
      replicas: 2,
    });
  });
});

describe("a typed resource", () => {
  const [document] = documents(DEPLOYMENT);

  it("says the same in the words of Kubernetes", () => {
    expect(document!.value).toEqual({
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "web", labels: { app: "web" } },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: "web" } },
        template: {
          metadata: { labels: { app: "web" } },
          spec: {
            hostNetwork: true,
            containers: [
              {
                name: "web",
                ports: [{ containerPort: 80, hostPort: 8080 }],
                env: [{ name: "KEY", valueFrom: { secretKeyRef: { name: "s", key: "k" } } }],
                resources: { limits: { cpu: "1" } },
                livenessProbe: { httpGet: { path: "/", port: 80 } },
              },
            ],
            initContainers: [{ name: "init" }],
            volumes: [
              { name: "conf", configMap: { name: "c", defaultMode: 384 } },
              { name: "host", hostPath: { path: "/var" } },
              { name: "sec", secret: { secretName: "s" } },
            ],
          },
        },
      },
    });
    expect(document!.unknown).toEqual({ "spec.template.spec.containers.0.image": "var.image" });
  });

  it.each([
    [["spec", "template", "spec", "hostNetwork"], 16],
    [["spec", "template", "spec", "containers", 0, "ports", 0, "hostPort"], 22],
    [["spec", "template", "spec", "containers", 0, "livenessProbe", "httpGet", "port"], 39],
    [["spec", "template", "spec", "volumes", 0, "configMap", "defaultMode"], 50],
    [["spec", "template", "spec", "volumes", 1, "hostPath"], 55],
    [["spec", "template", "spec", "nodeSelector"], 15],
    [[], 1],
  ] as [Path, number][])("has %j at line %i", (path, line) => {
    expect(document!.locate(path).start.line).toBe(line);
  });

  it.each([
    ["kubernetes_daemonset", "apps/v1 DaemonSet"],
    ["kubernetes_horizontal_pod_autoscaler_v2", "autoscaling/v2 HorizontalPodAutoscaler"],
    ["kubernetes_cron_job_v1", "batch/v1 CronJob"],
    ["kubernetes_labels", undefined],
    ["helm_release", undefined],
  ])("%s is %s", (type, expected) => {
    const kind = kindOf(type);
    expect(kind && `${kind.apiVersion} ${kind.kind}`).toBe(expected);
  });

  it("keeps text of secrets as text", () => {
    expect(
      documents('resource "kubernetes_secret" "s" {\n  data = { password = "x" }\n}')[0]!.value,
    ).toMatchObject({ kind: "Secret", stringData: { password: "x" } });
  });

  it("marks what may be longer as unknown", () => {
    const [pod] = documents(`variable "v" {}
resource "kubernetes_pod" "p" {
  spec {
    dynamic "volume" {
      for_each = var.v
      content {
        name = volume.value
      }
    }
  }
}`);
    expect(pod!.unknown).toHaveProperty(["spec.volumes"]);
  });

  it("marks maps that may have more as unknown, and keeps what is known of them", () => {
    const [pod] = documents(`variable "v" {}
resource "kubernetes_pod" "p" {
  spec {
    container {
      resources { limits = merge(var.v, { cpu = "1" }) }
    }
  }
}`);
    expect(pod!.value).toMatchObject({ spec: { containers: [{ resources: { limits: { cpu: "1" } } }] } });
    expect(pod!.unknown).toHaveProperty(["spec.containers.0.resources.limits"]);
  });
});

describe("a typed resource in JSON syntax", () => {
  const json = (blocks: (one: object) => object) => `{
  "resource": {
    "kubernetes_deployment": {
      "web": {
        "metadata": ${JSON.stringify(blocks({ name: "web", labels: { app: "web" } }))},
        "spec": ${JSON.stringify(
          blocks({
            selector: blocks({ match_labels: { app: "web" } }),
            template: blocks({
              metadata: blocks({ labels: { app: "web" } }),
              spec: blocks({
                node_selector: { tier: "a" },
                volume: blocks({ name: "v", secret: blocks({ default_mode: "0400", secret_name: "s" }) }),
                container: blocks({
                  name: "web",
                  image: "nginx:1",
                  resources: blocks({ limits: { cpu: "1" } }),
                  env: blocks({
                    name: "A",
                    value_from: blocks({ secret_key_ref: blocks({ name: "s", key: "k" }) }),
                  }),
                }),
              }),
            }),
          }),
        )}
      }
    }
  }
}
`;

  it("says the same with one object as with a list of one", () => {
    const values = [(one: object) => one, (one: object) => [one]].map(
      (blocks) => documents({ "main.tf.json": json(blocks) })[0]!.value,
    );
    expect(values[0]).toEqual(values[1]);
    expect(values[0]).toMatchObject({
      metadata: { name: "web", labels: { app: "web" } },
      spec: {
        selector: { matchLabels: { app: "web" } },
        template: {
          spec: {
            nodeSelector: { tier: "a" },
            volumes: [{ name: "v", secret: { defaultMode: 0o400 } }],
            containers: [
              { resources: { limits: { cpu: "1" } }, env: [{ valueFrom: { secretKeyRef: { key: "k" } } }] },
            ],
          },
        },
      },
    });
  });

  it("tells the selector of a Service, which is a map, from that of others", () => {
    const text = JSON.stringify({
      resource: {
        kubernetes_service: { s: { metadata: { name: "s" }, spec: { selector: { app: "web" } } } },
      },
    });
    expect(documents({ "main.tf.json": text })[0]!.value).toMatchObject({
      spec: { selector: { app: "web" } },
    });
  });

  it("has its places", () => {
    const [document] = documents({ "main.tf.json": json((one) => one) });
    expect(document!.locate(["spec", "template", "spec", "containers", 0, "image"])?.start.line).toBe(6);
    expect(document!.locate(["metadata", "name"])?.start.line).toBe(5);
  });
});

describe("words that the provider spells in its own way", () => {
  const pod = (volume: string) =>
    documents(`resource "kubernetes_pod" "p" {\n  spec {\n    volume {\n      ${volume}\n    }\n  }\n}`)[0]!;
  const volumeOf = ({ value }: { readonly value: Json }) =>
    (value as unknown as { spec: { volumes: readonly Json[] } }).spec.volumes[0];

  it("become those of Kubernetes", () => {
    expect(volumeOf(pod('downward_api {\n items {\n resource_field_ref { resource = "a" }\n}\n}'))).toEqual({
      downwardAPI: { items: [{ resourceFieldRef: { resource: "a" } }] },
    });
    expect(
      volumeOf(pod('ephemeral {\n volume_claim_template {\n spec { volume_mode = "Block" }\n}\n}')),
    ).toEqual({
      ephemeral: { volumeClaimTemplate: { spec: { volumeMode: "Block" } } },
    });
  });

  it("are several sources where one block holds several", () => {
    const document = pod(
      `projected {
        sources {
          secret { name = "a" }
          secret {
            items { mode = "0400" }
          }
          config_map { name = "c" }
        }
        sources {
          config_map { name = "d" }
        }
      }`,
    );
    expect(volumeOf(document)).toEqual({
      projected: {
        sources: [
          { secret: { name: "a" }, configMap: { name: "c" } },
          { secret: { items: [{ mode: 256 }] } },
          { configMap: { name: "d" } },
        ],
      },
    });
    const lineOf = (...path: Path) =>
      document.locate(["spec", "volumes", 0, "projected", "sources", ...path]).start.line;
    expect([lineOf(0, "secret"), lineOf(1, "secret", "items", 0, "mode"), lineOf(2, "configMap")]).toEqual([
      6, 8, 13,
    ]);
  });

  it("leave the default service account its name", () => {
    const [account] = documents(
      'resource "kubernetes_default_service_account_v1" "d" {\n  metadata { namespace = "a" }\n}',
    );
    expect(account!.value).toMatchObject({
      kind: "ServiceAccount",
      metadata: { name: "default", namespace: "a" },
    });
  });
});

describe("a manifest as a value", () => {
  it("is taken as it is", () => {
    const [document] = documents(`resource "kubernetes_manifest" "m" {
  manifest = {
    apiVersion = "v1"
    kind       = "ConfigMap"
    metadata = {
      name = var.name
    }
  }
}
variable "name" {}`);
    expect(document!.value).toEqual({ apiVersion: "v1", kind: "ConfigMap", metadata: {} });
    expect(document!.unknown).toEqual({ "metadata.name": "var.name" });
    expect(document!.locate(["metadata", "name"]).start.line).toBe(6);
  });
});

describe("a manifest as YAML", () => {
  it("has the places of its lines", () => {
    const [document] = documents(`resource "kubectl_manifest" "m" {
  yaml_body = <<-EOT
    apiVersion: v1
    kind: Pod
    metadata:
      name: \${var.name}
    spec:
      hostNetwork: true
  EOT
}
variable "name" { default = "p" }`);
    expect(document!.value).toEqual({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "p" },
      spec: { hostNetwork: true },
    });
    expect(document!.origin).toBe("terraform");
    expect(document!.locate(["spec", "hostNetwork"]).start.line).toBe(8);
  });

  it("is left to the file that it is, and read from a template", () => {
    const main = (value: string) => ({
      "main.tf": `resource "kubectl_manifest" "m" {\n  yaml_body = ${value}\n}`,
      "pod.yaml": "kind: Pod\napiVersion: v1\nspec:\n  hostPID: ${on}\n",
    });
    expect(documents(main('file("pod.yaml")'))).toEqual([]);
    const [document] = documents(main('templatefile("pod.yaml", { on = true })'));
    expect(document).toMatchObject({ file: "pod.yaml", value: { kind: "Pod", spec: { hostPID: true } } });
    expect(document!.locate(["spec", "hostPID"]).start.line).toBe(4);
  });

  const decoded = (call: string) => `resource "kubernetes_manifest" "m" {\n  manifest = ${call}\n}\n`;

  it("has the places of its lines when it is decoded, also where a part of it is not known", () => {
    const text =
      "<<-EOT\n    apiVersion: v1\n    kind: Pod\n    image: ${var.image}\n    spec: { hostPID: true }\n  EOT";
    const [document] = documents(`${decoded(`yamldecode(${text}\n  )`)}variable "image" {}\n`);
    expect(document).toMatchObject({ file: "main.tf", value: { kind: "Pod", spec: { hostPID: true } } });
    expect(document!.locate(["spec", "hostPID"]).start).toEqual({ line: 6, column: 13 });
  });

  it("is left to the file that it is when it is decoded, YAML or JSON", () => {
    const pod = '{"apiVersion": "v1", "kind": "Pod"}';
    const files = { "pod.yaml": pod, "pod.json": pod };
    expect(documents({ ...files, "main.tf": decoded('yamldecode(file("pod.yaml"))') })).toEqual([]);
    expect(documents({ ...files, "main.tf": decoded('jsondecode(file("pod.json"))') })).toEqual([]);
  });

  it("has the places of the value that was encoded before it is decoded", () => {
    const value = '{\n  apiVersion = "v1"\n  kind = "Pod"\n  spec = {\n    hostPID = true\n  }\n}';
    const [document] = documents(
      `locals {\n  pod = jsonencode(${value})\n}\n${decoded("jsondecode(local.pod)")}`,
    );
    expect(document!.value).toMatchObject({ kind: "Pod", spec: { hostPID: true } });
    expect(document!.locate(["spec", "hostPID"]).start.line).toBe(6);
  });
});

describe("a helm release", () => {
  it("is a chart with its known values", () => {
    const { resources } = terraform({
      "main.tf": `resource "helm_release" "es" {
  name       = "es"
  chart      = "external-secrets"
  repository = "https://charts.external-secrets.io"
  namespace  = "es"
  values     = ["{\\"a\\": {\\"b\\": 1}}"]
  set {
    name  = "a.c"
    value = "true"
  }
}`,
    });
    const where = targets({ requested: "auto", configured: "auto", paths: [] }, []);
    const origins = new Origins();
    const [chart] = helmReleases(resources, where, origins, (text) => JSON.parse(text) as Json);
    expect(chart).toMatchObject({
      chart: "external-secrets",
      repository: "https://charts.external-secrets.io",
      namespace: "es",
      via: "terraform",
      values: { a: { b: 1, c: true } },
    });
    expect(origins.get(chart!.id)!.locate(["values", "a", "c"]).place.range!.start.line).toBe(7);
  });
});

describe("a manifest that is fetched", () => {
  it("stands at its URL; other answers of servers are none", () => {
    const { resources } = terraform({
      "main.tf": `variable "version" {
  default = "v2.7.0"
}
data "http" "dashboard" {
  url = "https://raw.example.com/kubernetes/dashboard/${"$"}{var.version}/recommended.yaml?raw=true"
}
data "http" "address" {
  url = "https://ifconfig.example.com/ip.yamlish"
}
data "http" "unknown" {
  url = "https://${"$"}{var.host}/a.yaml"
}
variable "host" {}
`,
    });
    const origins = new Origins();
    const where = targets({ requested: "virtual", configured: "auto", paths: [] }, []);
    const found = fetchedManifests(resources, where, origins);
    expect(found).toMatchObject([
      {
        url: "https://raw.example.com/kubernetes/dashboard/v2.7.0/recommended.yaml?raw=true",
        notation: "terraform",
        nodes: "virtual",
      },
    ]);
    expect(origins.get(found[0]!.id)!.locate([]).place.range!.start.line).toBe(5);
  });
});

describe("a value that is written elsewhere", () => {
  const SERVICE = `resource "kubernetes_service_v1" "web" {
  metadata {
    name        = "web"
    annotations = { mode = var.mode }
  }
}`;

  function placeOf(files: Files): string {
    const [object] = kubernetesObjects(documents(files));
    const { place, related = [] } = new ObjectOrigin(object!, [], undefined).locate([
      "metadata",
      "annotations",
      "mode",
    ]);
    return [place, ...related.map((one) => one.place)]
      .map(({ file, range }) => `${file}:${range?.start.line}`)
      .join(" used ");
  }

  it("stands in the var file, and is used where the object is", () => {
    const files = {
      "main.tf": `variable "mode" {}\n${SERVICE}`,
      "terraform.tfvars": '\nmode = "All"\n',
    };
    expect(placeOf(files)).toBe("terraform.tfvars:2 used main.tf:5");
  });

  it("stands in the variable of another file", () => {
    const files = { "main.tf": SERVICE, "variables.tf": 'variable "mode" {\n  default = "All"\n}\n' };
    expect(placeOf(files)).toBe("variables.tf:2 used main.tf:4");
  });

  it("has one place when it is written where it is used", () => {
    expect(placeOf({ "main.tf": SERVICE.replace("var.mode", '"All"') })).toBe("main.tf:4");
  });
});

describe("labels and annotations of objects that are there already", () => {
  const resource = (type: string, kind: string, fields: string) => `resource "${type}" "a" {
  api_version = "v1"
  kind        = ${kind}
  metadata {
    name = "shop"
  }
${fields}
}
`;

  it("are patches of these, at their own lines", () => {
    const labels = '  labels = {\n    "istio-injection" = "enabled"\n    other = var.x\n  }';
    const [document, ...others] = documents(resource("kubernetes_labels", '"Namespace"', labels));
    expect(others).toEqual([]);
    expect(document?.partial).toBe(true);
    expect(document?.value).toEqual({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: "shop", labels: { "istio-injection": "enabled" } },
    });
    expect(document?.locate(["metadata", "labels", "istio-injection"]).start.line).toBe(8);
    expect(document?.locate(["metadata", "name"]).start.line).toBe(5);
    expect(Object.keys(document?.unknown ?? {})).toEqual(["metadata.labels.other"]);
  });

  it("may be meant for the pods", () => {
    const fields =
      '  annotations = {\n    a = "b"\n  }\n  template_annotations = {\n    "linkerd.io/inject" = "enabled"\n  }';
    const [document] = documents(resource("kubernetes_annotations", '"Deployment"', fields));
    expect(document?.value).toMatchObject({
      metadata: { annotations: { a: "b" } },
      spec: { template: { metadata: { annotations: { "linkerd.io/inject": "enabled" } } } },
    });
    const path = ["spec", "template", "metadata", "annotations", "linkerd.io/inject"];
    expect(document?.locate(path).start.line).toBe(11);
  });

  it("say nothing where it is not known what they are laid on", () => {
    expect(documents(resource("kubernetes_labels", "var.kind", '  labels = { a = "b" }'))).toEqual([]);
  });
});
