// The words of the shipped rule book against the shipped rules: asking a rule less must not lose anything it finds.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seeded } from "../../scripts/bench/generate.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { RuleBook } from "../../src/model/rule.ts";
import { inventoryOf, projectRoot, shippedTools } from "../tools.ts";

const { bundle } = await shippedTools();
const { book } = bundle;
const enabled = book.rules.filter(({ entrypoint }) => entrypoint !== "repository").map((rule) => ({ rule }));
const rules = join(projectRoot, "policies/rules");

describe("the words that rules need", () => {
  it("lose nothing that the rules find in the examples of all rules", async () => {
    const inventory = await inventoryOf(rules);
    const wasm = await bundle.wasm();
    const found = (mentions: RuleBook["mentions"]) =>
      evaluate(wasm, inventory, enabled, { ...book, mentions })
        .violations.map((violation) => JSON.stringify(violation))
        .toSorted();
    const all = found({});
    expect(all.length).toBeGreaterThan(400);
    expect(found(book.mentions)).toEqual(all);
  }, 60_000);

  it.each([1, 2, 3])(
    "lose nothing where the examples are changed at random, seed %i",
    async (seed) => {
      const inventory = await inventoryOf(rules);
      const random = seeded(seed);
      const entries = <T>(list: readonly T[]) => list.map((entry) => mutated(entry, random));
      const { pods, containers, volumes, objects, custom } = inventory.workloads;
      const changed = {
        ...inventory,
        workloads: {
          pods: entries(pods).filter(({ id }) => id),
          containers: entries(containers).filter(({ id }) => id),
          volumes: entries(volumes).filter(({ id }) => id),
          objects: Object.fromEntries(Object.entries(objects).map(([kind, list]) => [kind, entries(list)])),
          custom: entries(custom),
        },
        statements: entries(inventory.statements).filter(({ id }) => id),
        dynamic_groups: entries(inventory.dynamic_groups),
      };
      const wasm = await bundle.wasm();
      const found = (mentions: RuleBook["mentions"]) =>
        evaluate(wasm, changed, enabled, { ...book, mentions })
          .violations.map((violation) => JSON.stringify(violation))
          .toSorted();
      const all = found({});
      expect(all.length).toBeGreaterThan(200);
      expect(found(book.mentions)).toEqual(all);
    },
    60_000,
  );

  it("would lose something if they were wrong", async () => {
    const inventory = await inventoryOf(join(rules, "workload/host-path-volume"));
    const wasm = await bundle.wasm();
    const wrong = { ...book.mentions, "host-path-volume": [[["hostsPath"]]] };
    const found = evaluate(wasm, inventory, enabled, { ...book, mentions: wrong }).violations;
    expect(found.filter(({ rule }) => rule === "host-path-volume")).toEqual([]);
  });

  it("are known for most rules on workloads", () => {
    expect(Object.keys(book.mentions).length).toBeGreaterThan((enabled.length * 9) / 10);
    const bound = ["nodes = mixed-unknown", "nodes = virtual"];
    expect(book.mentions["host-path-volume"]).toEqual([[["@volumes"], ["hostPath"], bound]]);
    const words = (rule: string) => book.mentions[rule]!.flat(2);
    expect(words("floating-image-tag")).toEqual(expect.arrayContaining(["tag = ", "tag = latest"]));
    expect(words("gpu-resource")).toContain("~ nvidia.com/");
    expect(words("vertical-pod-autoscaler")).toEqual(
      expect.arrayContaining(["@VerticalPodAutoscaler", "repository ~ vpa-"]),
    );
    // Through a function and a table of another file.
    expect(words("service-mesh-injection")).toContain("linkerd.io/inject");
  });
});

/** Some keys go, some lists and maps lose what is in them, some texts change. */
function mutated<T>(value: T, random: () => number): T {
  if (typeof value === "string" && random() < 0.02)
    return [value.toUpperCase(), `${value}x`, "", "latest"][Math.floor(random() * 4)] as T;
  if (value === null || typeof value !== "object") return value;
  if (random() < 0.02) return (Array.isArray(value) ? [] : {}) as T;
  if (Array.isArray(value)) return value.map((one) => mutated(one, random)) as T;
  const left = Object.entries(value).filter(([key]) => KEPT.has(key) || random() > 0.03);
  return Object.fromEntries(left.map(([key, one]) => [key, KEPT.has(key) ? one : mutated(one, random)])) as T;
}

/** By these the host finds items; and what it takes for granted in its own entries. */
const KEPT = new Set(["id", "pod", "object", "nodes", "principals", "location", "problems"]);
