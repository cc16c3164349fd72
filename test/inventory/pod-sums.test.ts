// What the inventory adds up about pods, and what it keeps of their object's metadata.
import { describe, expect, it } from "vitest";
import { inventoryOf as inventoryOfTexts } from "../texts.ts";

async function inventoryOf(manifest: object) {
  return await inventoryOfTexts({ "pod.json": JSON.stringify(manifest) }, "virtual");
}

function aPod(containers: readonly object[], metadata: object = {}) {
  return { apiVersion: "v1", kind: "Pod", metadata: { name: "web", ...metadata }, spec: { containers } };
}

describe("an indexed pod", () => {
  it.each([
    ["no cpu stated", [{ name: "a" }], undefined],
    ["a limit before a request", [{ resources: { limits: { cpu: 2 }, requests: { cpu: "500m" } } }], 2],
    ["a request without a limit", [{ resources: { requests: { cpu: "500m" } } }], 0.5],
    [
      "tenths that add up to one",
      ["100m", 0.2, "700m"].map((cpu) => ({ resources: { limits: { cpu } } })),
      1,
    ],
  ])("sums the cpu of its containers: %s", async (_, containers, cpu) => {
    const [pod] = (await inventoryOf(aPod(containers))).index.pods;
    expect(pod?.cpu).toBe(cpu);
  });

  it("lists the ports of its containers as numbers", async () => {
    const ports = [{ containerPort: 8080 }, { containerPort: "30002" }, { containerPort: "http" }, 7];
    const [pod] = (await inventoryOf(aPod([{ ports }, { ports: "none" }]))).index.pods;
    expect(pod?.container_ports).toEqual([8080, 30002]);
  });

  const disk = { key: "disk", operator: "In", values: ["ssd"] };
  it.each([
    ["the terms", [{ matchExpressions: [disk] }], [[{ key: "disk", values: ["ssd"] }]]],
    [
      "what else stands in a term",
      [{ matchExpressions: [{ key: "a", operator: "Exists" }, disk] }],
      [[{ key: "disk", values: ["ssd"] }]],
    ],
    [
      "nothing where one term asks in another way",
      [{ matchExpressions: [disk] }, { matchFields: [] }],
      undefined,
    ],
    [
      "nothing of values that are no texts",
      [{ matchExpressions: [{ ...disk, values: ["ssd", {}] }] }],
      undefined,
    ],
    ["nothing without terms", [], undefined],
  ])("tells what its required node affinity asks for: %s", async (_, nodeSelectorTerms, expected) => {
    const pod = aPod([{ name: "a" }]);
    const affinity = {
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } },
    };
    const [indexed] = (await inventoryOf({ ...pod, spec: { ...pod.spec, affinity } })).index.pods;
    expect(indexed?.node_terms).toEqual(expected);
  });
});

describe("a pod", () => {
  it("carries what its object's metadata says besides names and what a cluster adds", async () => {
    const metadata = { labels: { app: "web" }, uid: "1", managedFields: [], deletionGracePeriodSeconds: 30 };
    const [pod] = (await inventoryOf(aPod([], metadata))).workloads.pods;
    expect(pod?.object_metadata).toEqual({ deletionGracePeriodSeconds: 30 });
  });

  it("carries the resources that it states as a whole, and none where it states none", async () => {
    const pod = aPod([]);
    const spec = { ...pod.spec, resources: { requests: { cpu: "500m" }, limits: { cpu: 1, memory: "1Gi" } } };
    const [stated] = (await inventoryOf({ ...pod, spec })).workloads.pods;
    expect(stated).toMatchObject({ requests: { cpu: 0.5 }, limits: { cpu: 1, memory: 1073741824 } });
    expect((await inventoryOf(pod)).workloads.pods[0]).not.toHaveProperty("requests");
  });

  it("carries nothing where its object's metadata says no more", async () => {
    const [pod] = (await inventoryOf(aPod([]))).workloads.pods;
    expect(pod).not.toHaveProperty("object_metadata");
  });
});
