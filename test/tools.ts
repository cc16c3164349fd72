// The built rules and grammars, for tests that run the pipeline on the shipped parts.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workTree } from "../src/discovery/work-tree.ts";
import { type Bundle, loadBundle } from "../src/engine/bundle.ts";
import type { Inventory } from "../src/model/inventory.ts";
import type { Nodes } from "../src/model/request.ts";
import { documentReader } from "../src/readers/read.ts";
import { type Tools, takeInventory } from "../src/scan.ts";

export const projectRoot = fileURLToPath(new URL("..", import.meta.url));
const dist = join(projectRoot, "dist");
let bundle: Promise<Bundle> | undefined;

export async function shippedTools(): Promise<Tools> {
  bundle ??= loadBundle(dist);
  return { bundle: await bundle, read: documentReader((name) => readFile(join(dist, name))) };
}

/** What a run goes by when nothing but the target and the date is asked for. */
export function settled(requested: Nodes, asOf = "seed") {
  const targets = { requested, configured: "auto", paths: [] } as const;
  return { asOf, targets, varFiles: [], externalCidrs: [] };
}

/** What the rules would see of a folder in which all workloads are bound for virtual nodes, by the facts of the seeds. */
export async function inventoryOf(folder: string): Promise<Inventory> {
  const tree = workTree({ paths: [folder], cwd: folder, root: folder, include: ["**"], exclude: [] });
  return (await takeInventory(tree, settled("virtual"), await shippedTools())).built.inventory;
}
