// Joins over many root modules: the time of the rules grows with their number, not with its square. CPU time, since other programs
// may use the machine; four times the modules would cost sixteen times as much.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeTerraform } from "../../scripts/bench/generate-terraform.ts";
import { readSources } from "../../src/discovery/read-sources.ts";
import { workTree } from "../../src/discovery/work-tree.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { buildInventory } from "../../src/inventory/build.ts";
import { datedFacts, ruleTables } from "../../src/inventory/tables.ts";
import type { RuleBook } from "../../src/model/rule.ts";
import { documentReader } from "../../src/readers/read.ts";

const dist = join(import.meta.dirname, "../../dist");
const wasm = readFileSync(join(dist, "policies.wasm"));
const book = JSON.parse(readFileSync(join(dist, "rules.json"), "utf8")) as RuleBook;
const enabled = book.rules.filter((rule) => rule.enabled).map((rule) => ({ rule }));

async function inventoryOf(modules: number) {
  const folder = mkdtempSync(join(tmpdir(), "oke-policy-growth-"));
  try {
    writeTerraform(folder, modules, 1);
    const tree = workTree({ paths: [folder], cwd: folder, root: folder, include: ["**"], exclude: [] });
    const { sources } = await readSources(tree);
    const { documents } = await documentReader((name) => readFile(join(dist, name)))(sources);
    return buildInventory(documents, {
      asOf: "seed",
      targets: { requested: "virtual", configured: "auto", paths: [] },
      varFiles: [],
      externalCidrs: [],
      dated: datedFacts,
      tables: ruleTables,
      has: () => false,
      readText: () => undefined,
    }).inventory;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** CPU milliseconds of the rules, the least of three. */
function cost(inventory: Awaited<ReturnType<typeof inventoryOf>>): number {
  const taken = [0, 1, 2].map(() => {
    const started = process.cpuUsage();
    const { failures, violations } = evaluate(wasm, inventory, enabled, book);
    expect(failures).toEqual([]);
    expect(violations.length).toBeGreaterThan(100);
    return process.cpuUsage(started).user / 1000;
  });
  return Math.min(...taken);
}

it("costs the rules about four times as much to judge four times the root modules", async () => {
  const [few, many] = [await inventoryOf(150), await inventoryOf(600)];
  expect(cost(many) / cost(few)).toBeLessThan(12);
}, 120_000);
