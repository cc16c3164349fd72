// Claims that custom resources have made, by what the inventory makes of them.
import { describe, expect, it } from "vitest";
import { claimTemplates } from "../../../src/inventory/claim-templates.ts";
import type { Json } from "../../../src/model/document.ts";
import { inventoryOf } from "../../texts.ts";

function found(group: string, spec: Json): string[] {
  return claimTemplates(group, { apiVersion: `${group}/v1`, kind: "Thing", spec }).map(({ path }) =>
    path.join("."),
  );
}

const CLAIM = { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } };

describe("claimTemplates", () => {
  it.each([
    [
      "a list of templates",
      { volumeClaimTemplates: [{ metadata: {}, spec: CLAIM }] },
      ["spec.volumeClaimTemplates.0"],
    ],
    [
      "a template that says its kind",
      { volumeClaimTemplates: [{ apiVersion: "v1", kind: "PersistentVolumeClaim", spec: CLAIM }] },
      ["spec.volumeClaimTemplates.0"],
    ],
    ["a claim without a template around it", { dataVolumeClaimSpec: CLAIM }, ["spec.dataVolumeClaimSpec"]],
    ["a size and a class", { storage: { size: "1Gi", storageClass: "oci-bv" } }, ["spec.storage"]],
    [
      "a persistent claim of Strimzi",
      { storage: { type: "persistent-claim", size: "1Gi" } },
      ["spec.storage"],
    ],
    ["no temporary storage", { storage: { type: "ephemeral" } }, []],
    ["no mount of a claim", { volumes: [{ name: "a", persistentVolumeClaim: { claimName: "b" } }] }, []],
    [
      "no volume of a pod",
      { volumes: [{ name: "a", ephemeral: { volumeClaimTemplate: { spec: CLAIM } } }] },
      [],
    ],
    ["no resources of a container", { engine: { resources: { requests: { storage: "1Gi" } } } }, []],
    ["not the object itself", CLAIM, []],
    [
      "no size of anything else",
      { cache: { size: "1Gi" }, nodes: { size: 3, class: "a", storageClass: "b" } },
      [],
    ],
    ["no object in the object", { workload: { apiVersion: "v1", kind: "Thing", spec: CLAIM } }, []],
  ])("finds %s", (_, spec, expected) => {
    expect(found("example.com", spec)).toEqual(expected);
  });

  it("knows what some operators call a volume by its size alone", () => {
    expect(found("postgresql.cnpg.io", { storage: { size: "1Gi" } })).toEqual(["spec.storage"]);
    expect(found("acid.zalan.do", { volume: { size: "1Gi" } })).toEqual(["spec.volume"]);
    expect(found("postgresql.cnpg.io", { other: { size: "1Gi" } })).toEqual([]);
  });

  it("says what decides which volume is given", () => {
    const spec = { persistence: { size: "1Gi", storageClass: "oci-bv", accessMode: "ReadWriteMany" } };
    expect(claimTemplates("example.com", { spec })[0]!.spec).toEqual({
      storageClassName: "oci-bv",
      accessModes: ["ReadWriteMany"],
    });
  });

  it("knows the class of Strimzi's claims", () => {
    const spec = { storage: { volumes: [{ type: "persistent-claim", size: "1Gi", class: "oci-bv" }] } };
    expect(claimTemplates("kafka.strimzi.io", { spec })).toEqual([
      { path: ["spec", "storage", "volumes", 0], spec: { storageClassName: "oci-bv" } },
    ]);
  });

  it("looks at no resources of Kubernetes itself and of policies", () => {
    for (const group of ["", "apps", "storage.k8s.io", "kyverno.io"])
      expect(found(group, { volumeClaimTemplates: [{ spec: CLAIM }] })).toEqual([]);
  });
});

describe("a class that is not known", () => {
  it.each([
    ["storageClassName", '"${CLASS}"', "${CLASS}"],
    ["storageClassName", "files", "files"],
    ["volumeName", '"${VOLUME}"', undefined],
  ])("counts as stated: %s: %s", async (name, value, storageClassName) => {
    const text = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main }
spec:
  storage:
    volumeClaimTemplate:
      spec:
        accessModes: [ReadWriteMany]
        ${name}: ${value}
`;
    const [pod] = (await inventoryOf({ "main.yaml": text }, "virtual")).index.pods;
    const spec = pod?.claim_templates?.[0]?.spec;
    expect(spec).toHaveProperty(name);
    expect(spec?.["storageClassName"]).toBe(storageClassName);
  });
});
