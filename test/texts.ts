// Small repositories given as texts: names of files with what stands in them → their inventory, or what the shipped rules find in them.
import type { Inventory } from "../src/model/inventory.ts";
import type { Nodes } from "../src/model/request.ts";
import { scan, takeInventory } from "../src/scan.ts";
import { treeOf } from "./example.ts";
import { settled, shippedTools } from "./tools.ts";

export type Files = Readonly<Record<string, string>>;

/** The inventory with its origins, and the problems on the way; by the facts of the seeds. */
export async function taken(files: Files, requested: Nodes = "auto") {
  return await takeInventory(
    treeOf(new Map(Object.entries(files))),
    settled(requested),
    await shippedTools(),
  );
}

export async function inventoryOf(files: Files, requested: Nodes = "auto"): Promise<Inventory> {
  return (await taken(files, requested)).built.inventory;
}

/** Judged by the rules named, or by all of them, also those that are off by default. */
export async function scanned(files: Files, asOf: string, rules?: readonly string[]) {
  const tools = await shippedTools();
  const chosen = tools.bundle.book.rules.filter(({ id }) => rules?.includes(id) ?? true);
  if (rules !== undefined && chosen.length < rules.length) throw new Error(`not all are rules: ${rules}`);
  const enabled = chosen.map((rule) => ({ rule }));
  return await scan(treeOf(new Map(Object.entries(files))), { ...settled("auto", asOf), enabled }, tools);
}
