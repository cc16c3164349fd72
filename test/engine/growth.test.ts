// Joins over many root modules: the time of the rules grows with their number, not with its square. CPU time, since other programs
// may use the machine; four times the modules would cost sixteen times as much.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeTerraform } from "../../scripts/bench/generate-terraform.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Inventory } from "../../src/model/inventory.ts";
import { leastCost } from "../growth.ts";
import { inventoryOf, shippedTools } from "../tools.ts";

const { bundle } = await shippedTools();
const wasm = await bundle.wasm();
const { book } = bundle;
const enabled = book.rules.filter((rule) => rule.enabled).map((rule) => ({ rule }));

async function inventoryOfModules(modules: number): Promise<Inventory> {
  const folder = mkdtempSync(join(tmpdir(), "oke-policy-growth-"));
  try {
    writeTerraform(folder, modules, 1);
    return await inventoryOf(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function judge(inventory: Inventory): void {
  const { failures, violations } = evaluate(wasm, inventory, enabled, book);
  expect(failures).toEqual([]);
  expect(violations.length).toBeGreaterThan(100);
}

it("costs the rules about four times as much to judge four times the root modules", async () => {
  const [few, many] = [await inventoryOfModules(150), await inventoryOfModules(600)];
  expect(leastCost(() => judge(many)) / leastCost(() => judge(few))).toBeLessThan(12);
}, 120_000);
