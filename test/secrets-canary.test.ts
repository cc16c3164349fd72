// Credentials go into the built program in every form that people commit; not one may come out of it in any format.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { check } from "../src/commands/check.ts";
import { inventory } from "../src/commands/inventory.ts";
import type { Command } from "../src/commands/terminal.ts";
import { write } from "./discovery/repository.ts";
import { run } from "./terminal.ts";

/** Every value that must not be seen holds this word, plainly or in base64 (in each of the three ways that bytes can lie). */
const CANARY = "kanarienvogel";
const encoded = ["", "a", "ab"].map((before) =>
  Buffer.from(before + CANARY)
    .toString("base64")
    .slice(before.length === 0 ? 0 : 4, -4),
);
const base64 = (text: string) => Buffer.from(text).toString("base64");

const container = (more: string) => `      containers:
        - name: web
          image: nginx
          securityContext: { privileged: true }
${more}`;

const FILES: Readonly<Record<string, string>> = {
  "secret.yaml": `apiVersion: v1
kind: Secret
metadata: { name: database, uid: 1, annotations: { kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"x":"${CANARY}0"}}' } }
data:
  password: ${base64(`${CANARY}1`)}
  other: ${base64(`a${CANARY}2`)}
stringData:
  plain: ${CANARY}3
  certificate.pem: |
    -----BEGIN PRIVATE KEY-----
    ${CANARY}4
    -----END PRIVATE KEY-----
type: Opaque
`,
  "secret.json": JSON.stringify({
    apiVersion: "v1",
    kind: "SecretList",
    items: [{ metadata: { name: "a" }, stringData: { any: `${CANARY}5` } }],
  }),
  "deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 3
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      hostNetwork: true
${container(`          args: ["--db-password", "${CANARY}6", "--api-key=${CANARY}7"]
          command: [sh, -c, "PGPASSWORD=${CANARY}8 psql && curl -u admin:${CANARY}9 https://x && curl -H 'Authorization: Bearer ${CANARY}10'"]
          tty: true
          env:
            - { name: DB_PASSWORD, value: ${CANARY}11 }
            - name: API_TOKEN
              value: "${CANARY}12"
            - name: DATABASE_URL
              value: postgres://shop:${CANARY}13@database/shop
            - { name: LIMIT, valueFrom: { resourceFieldRef: { resource: limits.cpu } } }
`)}`,
  "configmap.yaml": `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data:
  DB_PASSWORD: ${CANARY}14
  application.properties: |
    spring.datasource.password=${CANARY}15
    spring.url=jdbc:postgresql://u:${CANARY}16@database/shop
  config.json: '{"client_secret": "${CANARY}17"}'
  secret.yaml: |
    kind: Secret
    stringData: { any: ${CANARY}18 }
`,
  "sops.yaml": `apiVersion: v1
kind: Secret
metadata: { name: sops }
stringData:
  left: ${CANARY}19
  password: ENC[AES256_GCM,data:${CANARY}20,type:str]
sops: { version: 3.9.0, mac: "ENC[AES256_GCM,data:${CANARY}21,type:str]" }
`,
  "sealed.yaml": `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: { name: sealed }
spec:
  encryptedData: { password: ${CANARY}22 }
  template: { stringData: { password: ${CANARY}23 } }
`,
  "kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
secretGenerator:
  - { name: a, literals: [any=${CANARY}24] }
configMapGenerator:
  - { name: b, literals: [PASSWORD=${CANARY}25] }
patches:
  - patch: |
      apiVersion: v1
      kind: Secret
      metadata: { name: c }
      stringData: { any: ${CANARY}26 }
`,
  "deploy.sh": `#!/bin/sh
# oke-policy is told of a password here: password=${CANARY}29
export DB_PASSWORD=${CANARY}30
kubectl create secret generic a --from-literal=password=${CANARY}31 --from-literal=token="${CANARY}32"
helm upgrade eso external-secrets/external-secrets --set adminPassword=${CANARY}33 --password ${CANARY}34
kubectl exec web -- mysql --password=${CANARY}35
kubectl create secret generic b --from-literal=any=${CANARY}61 --from-literal 'other=x ${CANARY}62'
kubectl create secret docker-registry c --docker-password \\
  '${CANARY}63'
kubectl set env deploy/web A_PASSWORD=${CANARY}64 URL=postgres://u:${CANARY}65@db/x
curl -u admin:${CANARY}36 https://x | kubectl port-forward web 80
kubectl apply -f - <<END
apiVersion: v1
kind: Secret
metadata: { name: inline }
stringData: { any: ${CANARY}37 }
END
`,
  "main.tf": `resource "kubernetes_secret" "a" {
  metadata { name = "a" }
  data = { any = "${CANARY}39" }
}
resource "kubernetes_deployment" "terraformed" {
  metadata { name = "terraformed" }
  spec {
    template {
      metadata { labels = { app = "a" } }
      spec {
        container {
          name  = "a"
          image = "web"
          env {
            name  = "DB_PASSWORD"
            value = "${CANARY}40"
          }
        }
      }
    }
  }
}
resource "helm_release" "a" {
  name       = "a"
  chart      = "external-secrets"
  repository = "https://charts.external-secrets.io"
  set {
    name  = "adminPassword"
    value = "${CANARY}41"
  }
  values = [yamlencode({ auth = { token = "${CANARY}42" } })]
}
`,
  Makefile: `run:
\tPGPASSWORD=${CANARY}38 kubectl exec web -- psql
`,
  "release.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: external-secrets }
spec:
  chart: { spec: { chart: external-secrets, sourceRef: { kind: HelmRepository, name: a } } }
  values: { adminPassword: ${CANARY}27, auth: { token: ${CANARY}28 } }
`,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "canary-"));
  write(folder, FILES);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a command prints, on both channels. */
async function printed(command: Command, ...args: readonly string[]): Promise<string> {
  const { out, err } = await run(command, { cwd: folder }, ...args);
  return out + err;
}

function seen(text: string): readonly string[] {
  return text.split("\n").filter((line) => [CANARY, ...encoded].some((word) => line.includes(word)));
}

describe("credentials", () => {
  it.each(["text", "json", "sarif", "github", "markdown"])(
    "are in no report of format %s",
    async (format) => {
      const report = await printed(
        check,
        ".",
        "--root",
        ".",
        "--nodes",
        "virtual",
        "--as-of",
        "seed",
        "--format",
        format,
      );
      expect(report).toContain("privileged-container");
      expect(report).toContain("committed-secret");
      expect(report).toContain("literal-credential");
      expect(seen(report)).toEqual([]);
    },
  );

  it("are not in the inventory", async () => {
    const printedInventory = await printed(inventory, ".", "--root", ".", "--nodes", "virtual");
    expect(printedInventory).toContain('"holder": "argument"');
    expect(seen(printedInventory)).toEqual([]);
  });

  it("are in no baseline and no report beside it", async () => {
    const beside = join(folder, "beside.sarif");
    await printed(
      check,
      ".",
      "--root",
      ".",
      "--output",
      `sarif=${beside}`,
      "--write-baseline",
      join(folder, "baseline.json"),
    );
    for (const file of [beside, join(folder, "baseline.json")])
      expect(seen(readFileSync(file, "utf8"))).toEqual([]);
  });
});
