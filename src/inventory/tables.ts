// The static tables of `policies/data`, as the rules get them and as the inventory uses them. Takes nothing, gives data.
import dated from "../../policies/data/facts.json" with { type: "json" };
import securityRules from "../../policies/data/security-rules.json" with { type: "json" };
import shapes from "../../policies/data/shapes.json" with { type: "json" };
import type { Inventory } from "../model/inventory.ts";
import type { DatedFacts } from "./facts.ts";

export const datedFacts: DatedFacts = dated;

/** Tables that rules ask for as `input.tables.<name>`. */
export const ruleTables: Inventory["tables"] = {
  security_rules: { rows: securityRules.rows },
  /** By name of the shape: `vnics` or `per_ocpu`, `ocpus`, `gpu`, `rdma`, `arch`, `managed_nodes`. */
  shapes: shapes.shapes,
};
