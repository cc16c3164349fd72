// Kinds, groups, block types and settings are words that strangers choose, also those that every object of JavaScript answers to.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { buildInventory } from "../../src/inventory/build.ts";
import { datedFacts, ruleTables } from "../../src/inventory/tables.ts";
import type { Language } from "../../src/model/source.ts";
import { documentReader } from "../../src/readers/read.ts";
import { projectRoot } from "../tools.ts";

const WORDS = ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"];

async function inventoryOf(file: string, language: Language, text: string) {
  const read = documentReader((name) => readFile(join(projectRoot, "dist", name)));
  const { documents } = await read([{ file, language, text, named: true }]);
  return buildInventory(documents, {
    asOf: "seed",
    targets: { requested: "virtual", configured: "auto", paths: [] },
    varFiles: [],
    externalCidrs: [],
    dated: datedFacts,
    tables: ruleTables,
    has: () => false,
    readText: () => text,
  }).inventory;
}

it.each(WORDS)("reads Kubernetes objects of kind and group %s", async (word) => {
  const text = `apiVersion: v1\nkind: ${word}\nmetadata: {name: a}\n---\napiVersion: ${word}/v1\nkind: ${word}\nmetadata: {name: b}\n`;
  const { workloads } = await inventoryOf("a.yaml", "yaml", text);
  expect(Object.keys(workloads.objects)).toEqual([word]);
  expect(workloads.objects[word]!.map(({ name }) => name)).toEqual(["a", "b"]);
});

it.each(WORDS)("reads patches for the kind %s, and affinities with the operator", async (word) => {
  const patch = `kind: Kustomization\npatches:\n  - target: {kind: ${word}, name: x}\n    patch: '[{"op": "add", "path": "/spec/${word}", "value": 1}]'\n`;
  const { workloads } = await inventoryOf("kustomization.yaml", "yaml", patch);
  expect(workloads.objects[word]!.map(({ group }) => group)).toEqual([""]);
  const term = `{matchExpressions: [{key: a, operator: ${word}}]}`;
  const affinity = `{nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [${term}]}}}`;
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {affinity: ${affinity}, containers: []}\n`;
  expect((await inventoryOf("p.yaml", "yaml", pod)).workloads.pods).toHaveLength(1);
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
  const { workloads, security_rules } = await inventoryOf("a.tf", "hcl", text);
  expect(workloads.pods).toHaveLength(1);
  expect(JSON.stringify(security_rules)).not.toContain("native code");
  const json = JSON.stringify({ [word]: { a: { b: 1 } }, resource: { [word]: { [word]: {} } } });
  await inventoryOf("a.tf.json", "hcl", json);
});
