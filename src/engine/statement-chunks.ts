// Cuts IAM statements and dynamic groups into inputs that the engine evaluates fast. Takes the inventory and the rules to run, gives JSON
// texts with the number of their items.
import type { Statement } from "../model/inventory/identity.ts";
import type { Inventory } from "../model/inventory.ts";
import type { RuleBook } from "../model/rule.ts";
import type { RuleCall } from "../model/rule-input.ts";
import type { Chunk, Head } from "./chunks.ts";
import { screen } from "./mentions.ts";

/** Statements per evaluation. Measured: four times as many take twice the time for each, as they no longer fit into the processor's cache. */
const STATEMENT_CHUNK = 500;

/** A statement, or a dynamic group, that no rule may find something in is left out: most give a group of people something ordinary. */
export function* statementChunks(
  inventory: Inventory,
  rules: readonly RuleCall[],
  head: Head,
  { mentions }: Pick<RuleBook, "mentions">,
): Generator<Chunk> {
  const { rulesFor } = screen(rules, mentions);
  const concerned = <T extends object>(list: string, entries: readonly T[]) =>
    entries.filter((entry) => rulesFor([[list, [entry]]]).length > 0);
  const statements = concerned("statements", inventory.statements).map(slim);
  const dynamic_groups = concerned("dynamic_groups", inventory.dynamic_groups);
  const most = Math.max(statements.length, dynamic_groups.length);
  for (let at = 0; at < most; at += STATEMENT_CHUNK) {
    const part = {
      statements: statements.slice(at, at + STATEMENT_CHUNK),
      dynamic_groups: dynamic_groups.slice(at, at + STATEMENT_CHUNK),
    };
    const json = `{${head(rules)},"uncertain":{},${JSON.stringify(part).slice(1)}`;
    yield { json, count: part.statements.length + part.dynamic_groups.length, rules };
  }
}

/** What the rules on single statements see of one: not the names in it. */
function slim({
  id,
  verdict,
  effect,
  principals,
  verb,
  permissions,
  location,
  clauses,
  problems,
}: Statement) {
  return {
    id,
    verdict,
    effect,
    principals: principals.map(({ kind, hole }) => ({ kind, hole })),
    verb,
    permissions,
    location: { kind: location.kind, ref: location.ref },
    clauses,
    problems:
      problems.length === 0
        ? undefined
        : problems.map(({ code, severity, message }) => ({ code, severity, message })),
  };
}
