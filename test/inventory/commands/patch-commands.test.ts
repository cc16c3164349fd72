// Patches that commands carry with them: what they are found to change, where, and which ones are none.
import { describe, expect, it } from "vitest";
import { found, scanExample } from "../../example.ts";
import { inventoryOf } from "../../texts.ts";

async function lines(script: string): Promise<readonly string[]> {
  const files = new Map([["deploy.sh", script]]);
  return found(await scanExample({ name: "", nodes: "virtual", asOf: "seed", expected: [], files }));
}

const HOST = `{"spec":{"template":{"spec":{"hostPID":true}}}}`;

describe("a patch in a command", () => {
  it.each([
    ["an object", `kubectl patch deployment web -p '${HOST}'`],
    ["a kind by its short name", `kubectl -n shop patch deploy/web --patch='${HOST}'`],
    ["a kind with its group", `kubectl patch statefulsets.apps db --type merge -p '${HOST}'`],
    ["YAML", "kubectl patch rs web -p 'spec: { template: { spec: { hostPID: true } } }'"],
    [
      "operations",
      `kubectl patch deploy web --type=json -p='[{"op":"add","path":"/spec/template/spec/hostPID","value":true}]'`,
    ],
    ["a pod that is run", `kubectl run t --image=busybox:1 --overrides='{"spec":{"hostPID":true}}'`],
  ])("is read as %s", async (_, command) => {
    expect(await lines(`#!/bin/sh\n${command}\n`)).toEqual(["deploy.sh:2 host-namespace"]);
  });

  it("changes the object of its name, and so where that runs", async () => {
    const scan = await scanExample({
      name: "",
      nodes: "mixed",
      asOf: "seed",
      expected: [],
      files: new Map([
        ["deploy.sh", `kubectl patch deployment web -p '${HOST}'\n`],
        [
          "web.yaml",
          `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, annotations: { oke-policy/nodes: virtual } }
spec: { template: { spec: { containers: [] } } }
`,
        ],
      ]),
    });
    expect(scan.judged.map(({ finding }) => [finding.subject, finding.severity])).toEqual([
      ["apps/Deployment default/web", "error"],
    ]);
  });

  it("names the secret that pods pull images with", async () => {
    const script = `kubectl create secret generic regcred --from-file=.dockerconfigjson=config.json
kubectl patch serviceaccount default -p '{"imagePullSecrets":[{"name":"regcred"}]}'
`;
    expect(await lines(script)).toEqual(["deploy.sh:1 image-pull-secret-type"]);
    expect(await lines(script.split("\n")[0]!)).toEqual([]);
  });

  it.each([
    ["is only rehearsed", `kubectl patch deployment web --dry-run=client -p '${HOST}'`],
    ["meets a cluster on the developer's machine", `kubectl --context kind-a patch deploy web -p '${HOST}'`],
    ["belongs to a command in a pod", `kubectl run t --image=a:1 -- patch deployment web -p '${HOST}'`],
    ["is of a kind whose owner is the cluster", `kubectl patch ds proxy -n kube-system -p '${HOST}'`],
    ["cannot be known", 'kubectl patch deployment web -p "$PATCH"'],
    [
      "cannot be known in part",
      'kubectl patch deploy web -p "{\\"spec\\":{\\"template\\":{\\"spec\\":{\\"hostname\\":\\"$H\\"}}}}"',
    ],
    ["is no data", "kubectl patch deployment web -p '{'"],
    ["is data of another shape", "kubectl patch deployment web -p '7'"],
    ["is not there", "kubectl patch deployment web"],
    ["has no name and no kind", "kubectl patch"],
  ])("that %s is none", async (_, command) => {
    expect(await lines(`${command}\n`)).toEqual([]);
  });

  it("for a throw-away cluster is none", async () => {
    expect(await lines(`kind create cluster\nkubectl patch deployment web -p '${HOST}'\n`)).toEqual([]);
  });
});

describe("a patch of a Secret", () => {
  const keys = async (command: string) => {
    const { secrets } = await inventoryOf({ "a.sh": `${command}\n` });
    return secrets.map(({ holder, key, form }) => `${holder} ${key} ${form}`);
  };

  it.each([
    [`kubectl patch secret db -p '{"stringData":{"k":"canary"}}'`, ["Secret k literal"]],
    [`oc patch secrets/db --type merge -p='{"data":{"k":"Y2FuYXJ5"}}'`, ["Secret k literal"]],
    [
      `kubectl patch secret db --type json -p '[{"op":"add","path":"/data/k","value":"Y2FuYXJ5"}]'`,
      ["Secret k literal"],
    ],
    [
      `kubectl patch secret db --dry-run=client -o yaml -p '{"stringData":{"k":"canary"}}'`,
      ["Secret k literal"],
    ],
    [`kubectl patch secret db -p '{"stringData":{"k":"changeme"}}'`, ["Secret k placeholder"]],
    [`kubectl patch secret db -p "{\\"stringData\\":{\\"k\\":\\"$PW\\"}}"`, []],
    [`kubectl patch secret db -p '{"metadata":{"labels":{"a":"b"}}}'`, []],
    [`kubectl --context kind-a patch secret db -p '{"stringData":{"k":"canary"}}'`, []],
  ])("states what %s does", async (command, expected) => {
    expect(await keys(command)).toEqual(expected);
  });
});
