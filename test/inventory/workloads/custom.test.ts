// The list of custom resources: which objects stand in it, and that none is counted or marked twice.
import { describe, expect, it } from "vitest";
import { kubernetesObjects } from "../../../src/inventory/kubernetes.ts";
import { Origins } from "../../../src/inventory/origins.ts";
import type { Targets } from "../../../src/inventory/targets.ts";
import { workloads } from "../../../src/inventory/workloads.ts";
import { readYamlText } from "../../../src/readers/yaml/read.ts";

function read(...apiVersions: string[]) {
  const text = apiVersions.map(
    (apiVersion) => `apiVersion: ${apiVersion}\nkind: Thing\nmetadata: { name: a }\n`,
  );
  const { documents } = readYamlText({ file: "a.yaml", text: text.join("---\n"), language: "yaml" });
  const targets = { of: () => "mixed-unknown" } as unknown as Targets;
  return workloads(kubernetesObjects(documents), targets, new Origins());
}

describe("workloads", () => {
  it.each([
    ["v1", 0],
    ["apps/v1", 0],
    ["networking.k8s.io/v1", 0],
    ["rbac.authorization.k8s.io/v1", 0],
    ["policy.networking.k8s.io/v1alpha1", 1],
    ["networking.istio.io/v1", 1],
    ["kuma.io/v1alpha1", 1],
  ])("lists %s as custom %i times", (apiVersion, times) => {
    expect(read(apiVersion).custom).toHaveLength(times);
  });

  it("lists a custom object without its text, under the id that it has among the objects", () => {
    const { custom, objects } = read("cilium.io/v2");
    expect(custom[0]).not.toHaveProperty("value");
    expect(custom[0]!.id).toBe(objects["Thing"]![0]!.id);
  });

  it("leaves out what a patch takes away", () => {
    expect(read("cilium.io/v2\n$patch: delete").custom).toEqual([]);
  });
});
