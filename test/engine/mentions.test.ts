// The words of the shipped rule book against the shipped rules: asking a rule less must not lose anything it finds.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { RuleBook } from "../../src/model/rule.ts";
import { inventoryOf, projectRoot, shippedTools } from "../tools.ts";

const { bundle } = await shippedTools();
const { book } = bundle;
const enabled = book.rules.filter(({ entrypoint }) => entrypoint === "workload").map((rule) => ({ rule }));
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

  it("would lose something if they were wrong", async () => {
    const inventory = await inventoryOf(join(rules, "workload/host-path-volume"));
    const wasm = await bundle.wasm();
    const wrong = { ...book.mentions, "host-path-volume": [[["hostsPath"]]] };
    const found = evaluate(wasm, inventory, enabled, { ...book, mentions: wrong }).violations;
    expect(found.filter(({ rule }) => rule === "host-path-volume")).toEqual([]);
  });

  it("are known for most rules on workloads", () => {
    expect(Object.keys(book.mentions).length).toBeGreaterThan(enabled.length / 2);
    expect(book.mentions["host-path-volume"]).toEqual([[["hostPath"]]]);
  });
});
