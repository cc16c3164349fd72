// Where workloads run, as the repository's pools tell.
import { describe, expect, it } from "vitest";
import { kubernetesObjects } from "../../src/inventory/kubernetes.ts";
import { unknownMarks } from "../../src/inventory/marks.ts";
import { targets } from "../../src/inventory/targets.ts";
import type { NodePool } from "../../src/model/inventory/cluster.ts";
import { readYamlText } from "../../src/readers/yaml/read.ts";

const pool = (mode: NodePool["mode"], more: Partial<NodePool> = {}): NodePool => ({
  id: mode,
  address: `pool.${mode}`,
  notation: "terraform",
  existence: "known",
  unknown: {},
  mode,
  ...more,
});
const of = (...pools: NodePool[]) => targets({ requested: "auto", configured: "auto", paths: [] }, pools);

describe("the pools of a repository", () => {
  it("decide together", () => {
    expect(of().overall.target).toBe("unknown");
    expect(of(pool("virtual")).overall).toEqual({
      target: "virtual",
      reason: "the repository defines pool.virtual and no other kind of node",
    });
    expect(of(pool("managed")).overall.target).toBe("managed");
    expect(of(pool("virtual"), pool("managed")).overall.target).toBe("mixed");
  });

  it("leave no doubt about virtual nodes where none are defined", () => {
    const where = of(pool("managed"), pool("self-managed"));
    expect(where.overall.target).toBe("managed");
    expect(where.of("a.yaml", {}, {})).toBe("managed");
  });

  it("are told apart in a mixed cluster by labels and taints", () => {
    const where = of(
      pool("virtual", { labels: { tier: "burst" }, taints: [{ key: "virtual", effect: "NoSchedule" }] }),
      pool("managed", { labels: { tier: "core" } }),
    );
    expect(where.of("a.yaml", {}, { nodeSelector: { tier: "burst" } })).toBe("virtual");
    expect(where.of("a.yaml", {}, { nodeSelector: { tier: "core" } })).toBe("managed");
    expect(where.of("a.yaml", {}, { tolerations: [{ key: "virtual", operator: "Exists" }] })).toBe("virtual");
    expect(where.of("a.yaml", {}, {})).toBe("mixed-unknown");
  });
});

describe("in a mixed cluster", () => {
  const where = of(
    pool("virtual", {
      labels: { tier: "burst" },
      taints: [{ key: "virtual", value: "yes", effect: "NO_SCHEDULE" }],
    }),
    pool("managed", { labels: { tier: "core" } }),
  );
  const terms = (...nodeSelectorTerms: { key: string; operator: string; values?: string[] }[]) => ({
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: nodeSelectorTerms.map((expression) => ({ matchExpressions: [expression] })),
        },
      },
    },
  });
  const tier = (operator: string, ...values: string[]) => ({ key: "tier", operator, values });
  const tolerating = (toleration: { readonly [key: string]: string }) => ({ tolerations: [toleration] });

  it.each([
    ["terms that all mean virtual nodes", terms(tier("In", "burst"), tier("In", "burst")), "virtual"],
    ["terms that all mean managed nodes", terms(tier("In", "core"), tier("In", "core")), "managed"],
    ["terms that mean different nodes", terms(tier("In", "core"), tier("In", "burst")), "mixed-unknown"],
    ["a term that excludes the virtual pool", terms(tier("NotIn", "burst")), "managed"],
    ["a label that no virtual pool can meet", { nodeSelector: { tier: "other" } }, "managed"],
    ["a label that nobody gives", { nodeSelector: { disk: "fast" } }, "mixed-unknown"],
    [
      "one label of a pool and another's other label",
      { nodeSelector: { tier: "burst", disk: "fast" } },
      "virtual",
    ],
    [
      "a toleration of the taint",
      tolerating({ key: "virtual", value: "yes", effect: "NoSchedule" }),
      "virtual",
    ],
    ["a toleration of another value", tolerating({ key: "virtual", value: "no" }), "mixed-unknown"],
    [
      "a toleration of another effect",
      tolerating({ key: "virtual", operator: "Exists", effect: "NoExecute" }),
      "mixed-unknown",
    ],
    ["a toleration of everything", tolerating({ operator: "Exists" }), "mixed-unknown"],
    [
      "the label of every virtual node",
      terms({ key: "node-role.kubernetes.io/virtual-node", operator: "Exists" }),
      "virtual",
    ],
    [
      "its absence",
      terms({ key: "node-role.kubernetes.io/virtual-node", operator: "DoesNotExist" }),
      "managed",
    ],
    [
      "the label of self-managed nodes",
      terms({ key: "oci.oraclecloud.com/node.info.byon", operator: "Exists" }),
      "self-managed",
    ],
  ])("%s: %s", (_, spec, nodes) => {
    expect(where.of("a.yaml", {}, spec)).toBe(nodes);
  });

  it("the object's own mark decides, whoever says that nodes are mixed", () => {
    const marks = { "oke-policy/nodes": "managed" };
    for (const options of [
      { requested: "mixed", configured: "auto", paths: [] },
      { requested: "auto", configured: "mixed", paths: [] },
      { requested: "auto", configured: "virtual", paths: [{ paths: ["**"], nodes: "mixed" }] },
      { requested: "mixed", configured: "auto", paths: [{ paths: ["**"], nodes: "mixed" }] },
    ] as const) {
      expect(targets(options, []).of("a.yaml", marks, {})).toBe("managed");
      expect(targets(options, []).of("a.yaml", {}, {})).toBe("mixed-unknown");
    }
  });

  it("a path's own word decides before the mark, and the command line before both", () => {
    const marks = { "oke-policy/nodes": "managed" };
    const paths = [{ paths: ["**"], nodes: "virtual" }] as const;
    expect(targets({ requested: "mixed", configured: "auto", paths }, []).of("a", marks, {})).toBe("virtual");
    expect(targets({ requested: "self-managed", configured: "auto", paths }, []).of("a", marks, {})).toBe(
      "self-managed",
    );
  });
});

describe("an object that names the kind of its nodes", () => {
  const virtual = { nodeSelector: { "node-role.kubernetes.io/virtual-node": "" } };
  const own = { nodeSelector: { "oci.oraclecloud.com/node.info.byon": "true" } };

  it("is believed where nothing but the pools speaks", () => {
    expect(of().of("a.yaml", {}, virtual)).toBe("virtual");
    expect(of(pool("managed")).of("a.yaml", {}, virtual)).toBe("virtual");
    expect(of(pool("virtual")).of("a.yaml", {}, own)).toBe("self-managed");
    expect(of().of("a.yaml", {}, {})).toBe("unknown");
  });

  it("is not believed against the command line or the configuration", () => {
    expect(targets({ requested: "managed", configured: "auto", paths: [] }, []).of("a", {}, virtual)).toBe(
      "managed",
    );
    expect(targets({ requested: "auto", configured: "managed", paths: [] }, []).of("a", {}, virtual)).toBe(
      "managed",
    );
  });
});

describe("a mark", () => {
  it("may be written in capitals", () => {
    expect(of().of("a.yaml", { "oke-policy/nodes": "Virtual" })).toBe("virtual");
  });

  it.each([
    [
      "label",
      "labels",
      "virtuall",
      'says "virtuall" and has no effect; it may say virtual, managed, self-managed, mixed; did you mean "virtual"?',
    ],
    [
      "annotation",
      "annotations",
      "7",
      'says "7" and has no effect; it may say virtual, managed, self-managed, mixed.',
    ],
    ["label", "labels", "VIRTUAL", undefined],
  ])("that is no word is a problem, as a %s", (_, list, word, said) => {
    const text = `apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    metadata:\n      ${list}:\n        oke-policy/nodes: "${word}"\n    spec: {}\n`;
    const { documents } = readYamlText({ file: "a.yaml", text, language: "yaml" });
    const problems = unknownMarks(kubernetesObjects(documents));
    expect(problems.map(({ code, message, place }) => [code, message, place.range?.start.line])).toEqual(
      said === undefined ? [] : [["nodes/unknown-mark", `oke-policy/nodes ${said}`, 7]],
    );
  });

  it("that is no word on a bare pod is one problem", () => {
    const text = "apiVersion: v1\nkind: Pod\nmetadata: { labels: { oke-policy/nodes: x } }\nspec: {}\n";
    const { documents } = readYamlText({ file: "a.yaml", text, language: "yaml" });
    expect(unknownMarks(kubernetesObjects(documents))).toHaveLength(1);
  });
});

describe("the shapes of the pools of a mixed cluster", () => {
  const where = of(
    pool("virtual", { shape: "Pod.Standard.E4.Flex" }),
    pool("managed", { shape: "VM.Standard.E5.Flex", labels: { tier: "core" } }),
    pool("self-managed", { shape: "BM.GPU4.8" }),
  );
  const on = (shape: string, key = "node.kubernetes.io/instance-type") => ({
    nodeSelector: { [key]: shape },
  });
  const asking = (resource: string) => ({
    containers: [{ name: "a" }, { name: "b", resources: { limits: { cpu: 1, [resource]: 1 } } }],
  });

  it.each([
    ["a managed pool's shape", on("VM.Standard.E5.Flex"), "managed"],
    ["it by its former label", on("VM.Standard.E5.Flex", "beta.kubernetes.io/instance-type"), "managed"],
    ["a self-managed node's shape", on("BM.GPU4.8"), "self-managed"],
    ["a shape that no pool has", on("VM.GPU.A10.1"), "mixed-unknown"],
    ["the shape of pods, which no node has", on("Pod.Standard.E4.Flex"), "mixed-unknown"],
    [
      "a shape, but another pool's label",
      { nodeSelector: { ...on("BM.GPU4.8").nodeSelector, tier: "core" } },
      "self-managed",
    ],
    ["a GPU that a pool offers", asking("nvidia.com/gpu"), "managed"],
    ["a part of one", asking("nvidia.com/mig-1g.5gb"), "managed"],
    ["another extended resource", asking("example.com/gpu"), "mixed-unknown"],
    [
      "resources of a wrong type",
      { containers: [null, { resources: 7 }, { resources: { limits: [] } }] },
      "mixed-unknown",
    ],
  ])("place a pod that asks for %s", (_, spec, nodes) => {
    expect(where.of("a.yaml", {}, spec)).toBe(nodes);
  });

  it("say nothing of GPUs where no pool has any", () => {
    const without = of(
      pool("virtual"),
      pool("managed", { shape: "VM.Standard.E5.Flex" }),
      pool("self-managed"),
    );
    expect(without.of("a.yaml", {}, asking("nvidia.com/gpu"))).toBe("mixed-unknown");
  });

  it("leave a cluster of virtual nodes alone", () => {
    const alone = of(pool("virtual", { shape: "Pod.Standard.E4.Flex" }));
    expect(alone.of("a.yaml", {}, on("VM.GPU.A10.1"))).toBe("virtual");
    expect(alone.of("a.yaml", {}, asking("nvidia.com/gpu"))).toBe("virtual");
  });
});
