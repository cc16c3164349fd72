import { describe, expect, it } from "vitest";
import { CHUNK_CHARACTERS, type Chunk, workloadChunks } from "../../src/engine/chunks.ts";
import type { CustomObject, KubernetesObject, Pod, Workloads } from "../../src/model/inventory/workload.ts";
import type { Mentions } from "../../src/model/rule.ts";
import type { RuleCall } from "../../src/model/rule-input.ts";

const nothing: Workloads = { pods: [], containers: [], volumes: [], objects: {}, custom: [] };
const rule = (id: string): RuleCall => ({ id, domain: "workload", severity: "error", target: "any" });
const pod = (id: string, spec: Record<string, string>) =>
  ({ id, nodes: "virtual", spec }) as unknown as Pod & { spec: Record<string, string> };
const object = (id: string, value = {}) =>
  ({ id, nodes: "mixed-unknown", value }) as unknown as KubernetesObject;

function cut(workloads: Partial<Workloads>, mentions: Record<string, Mentions>): Chunk[] {
  const rules = ["always", ...Object.keys(mentions)].map(rule);
  const head = (called: readonly RuleCall[]) => `"rules":${JSON.stringify(called.map(({ id }) => id))}`;
  const book = { kinds: { workloads: ["Thing"], index: [] }, mentions };
  return [...workloadChunks({ ...nothing, ...workloads }, rules, head, book)];
}

const names = ({ rules }: Chunk) => rules.map(({ id }) => id);

describe("workloadChunks", () => {
  it("counts a custom object in each list that it stands in, and marks it uncertain once", () => {
    const thing = object("o1");
    const custom = { id: "o1", nodes: "mixed-unknown" } as unknown as CustomObject;
    const [chunk, ...more] = cut({ objects: { Thing: [thing] }, custom: [custom] }, {});
    expect(more).toEqual([]);
    expect(chunk!.count).toBe(2);
    expect(chunk!.json.match(/:true/g)).toHaveLength(1);
  });

  it("marks the object of an uncertain pod too, at which some findings stand", () => {
    const uncertain = { id: "w1", object: "o1", nodes: "mixed-unknown", spec: {} } as unknown as Pod;
    const [chunk] = cut({ pods: [uncertain] }, {});
    expect(JSON.parse(chunk!.json).uncertain).toEqual({ w1: true, o1: true });
  });

  it("asks a rule only where every key that it cannot do without occurs", () => {
    const mentions = { port: [[["ports"], ["hostPort", "hostIP"]]], kind: [[["@Thing"]]] };
    const asked = (spec: Record<string, string>) => names(cut({ pods: [pod("w1", spec)] }, mentions)[0]!);
    expect(asked({ ports: "" })).toEqual(["always"]);
    expect(asked({ hostIP: "" })).toEqual(["always"]);
    expect(asked({ ports: "", hostIP: "" })).toEqual(["always", "port"]);
    expect(names(cut({ objects: { Thing: [object("o1")] } }, mentions)[0]!)).toEqual(["always", "kind"]);
  });

  it("asks a rule that needs something in a key only where there is something", () => {
    const mentions = { labels: [[["labels *"]]], nvidia: [[["~ nvidia.com/"]]] };
    const asked = (spec: object) => names(cut({ pods: [pod("w1", spec as never)] }, mentions)[0]!);
    expect(asked({ labels: {} })).toEqual(["always"]);
    expect(asked({ labels: [] })).toEqual(["always"]);
    expect(asked({ labels: "" })).toEqual(["always"]);
    expect(asked({ labels: { a: 1 } })).toEqual(["always", "labels"]);
    expect(asked({ limits: { "nvidia.com/gpu": 1 } })).toEqual(["always", "nvidia"]);
    expect(asked({ limits: "nvidia.com/gpu" })).toEqual(["always"]);
  });

  it("asks a rule that compares with texts only where one of them stands at the key", () => {
    const mentions = { tag: [[["tag = ", "tag = latest"]]], image: [[["image ~ vpa-"]]] };
    const asked = (spec: object) => names(cut({ pods: [pod("w1", spec as never)] }, mentions)[0]!);
    expect(asked({ tag: "1.2", image: "a/b" })).toEqual(["always"]);
    expect(asked({ name: "latest", other: "vpa-" })).toEqual(["always"]);
    expect(asked({ tag: [["latest"]] })).toEqual(["always"]);
    expect(asked({ tag: ["1.2", "latest"] })).toEqual(["always", "tag"]);
    expect(asked({ tag: "" })).toEqual(["always", "tag"]);
    expect(asked({ tag: "latest" })).toEqual(["always", "tag"]);
    expect(asked({ image: "a/vpa-b" })).toEqual(["always", "image"]);
  });

  it("knows what lists and kinds an item stands in", () => {
    const mentions = { pods: [[["@pods"]]], containers: [[["@containers"]]], custom: [[["@custom"]]] };
    const custom = [{ id: "o1", nodes: "virtual" } as unknown as CustomObject];
    expect(names(cut({ pods: [pod("w1", {})] }, mentions)[0]!)).toEqual(["always", "pods"]);
    expect(names(cut({ custom }, mentions)[0]!)).toEqual(["always", "custom"]);
  });

  it("finds keys at any depth, and in the containers and volumes of a pod", () => {
    const mentions = { deep: [[["a"], ["b"], ["c"]]] };
    const part = (id: string, value: object) => ({ id, pod: "w1", nodes: "virtual", value });
    const parts = {
      pods: [pod("w1", {})],
      containers: [part("w1/containers/0", { x: [{ a: { b: 1 } }] })],
      volumes: [part("w1/volumes/0", { c: null })],
    } as unknown as Partial<Workloads>;
    expect(names(cut(parts, mentions)[0]!)).toEqual(["always", "deep"]);
  });

  it("puts what concerns the same rules together, and sends nothing that concerns none", () => {
    const long = "x".repeat(CHUNK_CHARACTERS);
    const pods = [pod("w1", { a: long }), pod("w2", { b: long }), pod("w3", { a: long })];
    const chunks = cut({ pods }, { a: [[["a"]]], b: [[["b"]]] });
    expect(chunks.map(names)).toEqual([
      ["always", "a"],
      ["always", "b"],
      ["always", "a"],
    ]);
    const rules = [rule("a")];
    const book = { kinds: { workloads: [], index: [] }, mentions: { a: [[["a"]]] } };
    const sent = [...workloadChunks({ ...nothing, pods }, rules, () => '"facts":{}', book)];
    expect(sent.map(({ count }) => count)).toEqual([1, 1]);
  });

  it("puts what is left together under all of its rules", () => {
    const chunks = cut(
      { pods: [pod("w1", { a: "" }), pod("w2", { b: "" })] },
      { a: [[["a"]]], b: [[["b"]]] },
    );
    expect(chunks.map(names)).toEqual([["always", "a", "b"]]);
    expect(chunks[0]!.count).toBe(2);
  });
});
