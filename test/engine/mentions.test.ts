// The words of the shipped rule book against the shipped rules: asking a rule less must not lose anything it finds.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSources } from "../../src/discovery/read-sources.ts";
import { workTree } from "../../src/discovery/work-tree.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { buildInventory } from "../../src/inventory/build.ts";
import { datedFacts, ruleTables } from "../../src/inventory/tables.ts";
import type { RuleBook } from "../../src/model/rule.ts";
import { documentReader } from "../../src/readers/read.ts";

const root = join(import.meta.dirname, "../..");
const dist = join(root, "dist");
const book = JSON.parse(readFileSync(join(dist, "rules.json"), "utf8")) as RuleBook;
const enabled = book.rules.filter(({ entrypoint }) => entrypoint === "workload").map((rule) => ({ rule }));

async function inventoryOf(folder: string) {
  const tree = workTree({ paths: [folder], cwd: root, root, include: ["**"], exclude: [] });
  const { sources } = await readSources(tree);
  const { documents } = await documentReader((name) => readFile(join(dist, name)))(sources);
  const { inventory } = buildInventory(documents, {
    asOf: "seed",
    targets: { requested: "virtual", configured: "auto", paths: [] },
    varFiles: [],
    externalCidrs: [],
    dated: datedFacts,
    tables: ruleTables,
    has: () => false,
    readText: () => undefined,
  });
  return inventory;
}

describe("the words that rules need", () => {
  it("lose nothing that the rules find in the examples of all rules", async () => {
    const inventory = await inventoryOf("policies/rules");
    const wasm = readFileSync(join(dist, "policies.wasm"));
    const found = (mentions: RuleBook["mentions"]) =>
      evaluate(wasm, inventory, enabled, { ...book, mentions })
        .violations.map((violation) => JSON.stringify(violation))
        .toSorted();
    const all = found({});
    expect(all.length).toBeGreaterThan(400);
    expect(found(book.mentions)).toEqual(all);
  }, 60_000);

  it("would lose something if they were wrong", async () => {
    const inventory = await inventoryOf("policies/rules/workload/host-path-volume");
    const wasm = readFileSync(join(dist, "policies.wasm"));
    const wrong = { ...book.mentions, "host-path-volume": [[["hostsPath"]]] };
    const found = evaluate(wasm, inventory, enabled, { ...book, mentions: wrong }).violations;
    expect(found.filter(({ rule }) => rule === "host-path-volume")).toEqual([]);
  });

  it("are known for most rules on workloads", () => {
    expect(Object.keys(book.mentions).length).toBeGreaterThan(enabled.length / 2);
    expect(book.mentions["host-path-volume"]).toEqual([[["hostPath"]]]);
  });
});
