// Everything that joins need, as one input. Takes the inventory and the rules to run, gives its JSON text with the number of its items;
// none for a repository that holds nothing.
import type { Inventory } from "../model/inventory.ts";
import type { RuleCall } from "../model/rule-input.ts";
import type { Chunk, Head } from "./chunks.ts";

/** Everything but the fat workloads. `parts` names the lists whose lengths the rules must confirm. */
export function* repositoryChunk(
  inventory: Inventory,
  rules: readonly RuleCall[],
  head: Head,
  kinds: ReadonlySet<string>,
): Generator<Chunk> {
  const { as_of, facts, workloads, index, ...rest } = inventory;
  const objects = Object.fromEntries(Object.entries(index.objects).filter(([kind]) => kinds.has(kind)));
  const lists = Object.entries(rest).filter(([, part]) => Array.isArray(part)) as [
    string,
    readonly { id?: string; nodes?: string }[],
  ][];
  const parts = lists.map(([name]) => name);
  const uncertain = [index.pods, ...Object.values(objects), ...lists.map(([, list]) => list)]
    .flat()
    .filter((item) => item.nodes === "mixed-unknown")
    .flatMap((item) => [item.id, "object" in item ? item.object : item.id])
    .map((id) => [id, true]);
  const seen = {
    ...rest,
    index: { pods: index.pods, objects },
    uncertain: Object.fromEntries(uncertain),
    parts,
  };
  const listed = lists.reduce((sum, [, list]) => sum + list.length, 0);
  const indexed = index.pods.length + Object.values(objects).reduce((sum, list) => sum + list.length, 0);
  if (listed + indexed > 0)
    yield { json: `{${head(rules)},${JSON.stringify(seen).slice(1)}`, count: listed + indexed, rules };
}
