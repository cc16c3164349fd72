// What one evaluation gives the rules: the inventory, or a chunk of it, and which rules to run.
import type { Inventory } from "./inventory.ts";
import type { Severity } from "./severity.ts";

/** `configured` is the severity that the configuration sets; it wins over the rule's own. */
export type RuleCall = {
  readonly id: string;
  readonly domain: string;
  readonly severity: Severity;
  readonly target: string;
  readonly configured?: Severity;
};

export type RuleInput = Inventory & {
  readonly rules: readonly RuleCall[];
  /** Ids of the items that only may run on a virtual node. */
  readonly uncertain: { readonly [id: string]: boolean };
  /** Names of the lists whose lengths `main.repository` adds up. */
  readonly parts: readonly string[];
};
