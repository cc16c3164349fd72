// What an inventory is built by when nothing is asked for and no file but the documents is there: takes the target, gives the context.
import type { InventoryContext } from "../../src/inventory/build.ts";
import { datedFacts, ruleTables } from "../../src/inventory/tables.ts";
import type { Nodes } from "../../src/model/request.ts";

export function plainContext(requested: Nodes, asOf: string): InventoryContext {
  return {
    asOf,
    targets: { requested, configured: "auto", paths: [] },
    varFiles: [],
    externalCidrs: [],
    dated: datedFacts,
    tables: ruleTables,
    has: () => false,
    readText: () => undefined,
  };
}
