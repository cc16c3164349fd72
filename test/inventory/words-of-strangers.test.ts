// Kinds, groups, block types and settings are words that strangers choose, also those that every object of JavaScript answers to.
import { expect, it } from "vitest";
import { inventoryOf } from "../texts.ts";

const WORDS = ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"];

it.each(WORDS)("reads Kubernetes objects of kind and group %s", async (word) => {
  const text = `apiVersion: v1\nkind: ${word}\nmetadata: {name: a}\n---\napiVersion: ${word}/v1\nkind: ${word}\nmetadata: {name: b}\n`;
  const { workloads } = await inventoryOf({ "a.yaml": text }, "virtual");
  expect(Object.keys(workloads.objects)).toEqual([word]);
  expect(workloads.objects[word]!.map(({ name }) => name)).toEqual(["a", "b"]);
});

it.each(WORDS)("reads patches for the kind %s, and affinities with the operator", async (word) => {
  const patch = `kind: Kustomization\npatches:\n  - target: {kind: ${word}, name: x}\n    patch: '[{"op": "add", "path": "/spec/${word}", "value": 1}]'\n`;
  const { workloads } = await inventoryOf({ "kustomization.yaml": patch }, "virtual");
  expect(workloads.objects[word]!.map(({ group }) => group)).toEqual([""]);
  const term = `{matchExpressions: [{key: a, operator: ${word}}]}`;
  const affinity = `{nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [${term}]}}}`;
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {affinity: ${affinity}, containers: []}\n`;
  expect((await inventoryOf({ "p.yaml": pod }, "virtual")).workloads.pods).toHaveLength(1);
});

it.each(WORDS)("reads Terraform with the word %s wherever one is free", async (word) => {
  const text = `
${word} "a" {}
resource "${word}" "${word}" { ${word} = 1 }
resource "kubernetes_pod" "p" {
  metadata { name = "p" }
  spec {
    ${word} {
      ${word} { name = "a" }
    }
  }
}
resource "oci_core_security_list" "l" {
  ingress_security_rules {
    protocol    = "${word}"
    source      = "10.0.0.0/16"
    source_type = "${word}"
  }
}
module "oke" {
  source  = "oracle-terraform-modules/oke/oci"
  version = "${word}"
  subnets = { ${word} = {} }
  worker_pools = { ${word} = { mode = "${word}", shape = "${word}" } }
}
`;
  const { workloads, security_rules } = await inventoryOf({ "a.tf": text }, "virtual");
  expect(workloads.pods).toHaveLength(1);
  expect(JSON.stringify(security_rules)).not.toContain("native code");
  const json = JSON.stringify({ [word]: { a: { b: 1 } }, resource: { [word]: { [word]: {} } } });
  await inventoryOf({ "a.tf.json": json }, "virtual");
});
