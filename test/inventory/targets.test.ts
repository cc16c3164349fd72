// Where workloads run, as the repository's pools tell.
import { describe, expect, it } from "vitest";
import type { NodePool } from "../../src/model/inventory.ts";
import { targets } from "../../src/inventory/targets.ts";

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
