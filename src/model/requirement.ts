// Requirements by their ids, such as VNP-05, and the rules that judge them. Takes rules, gives rules; knows no texts of requirements.
import type { Rule } from "./rule.ts";

type Judging = Pick<Rule, "id" | "requirements">;

/** The rules that judge a requirement, in their order; none when the word is no requirement's id. Small letters are as good. */
export function rulesOf<One extends Judging>(requirement: string, rules: readonly One[]): readonly One[] {
  const id = requirement.toUpperCase();
  return rules.filter((rule) => rule.requirements.includes(id));
}

/** Ids of the rules by the id of the requirement that they judge. */
export function rulesByRequirement(rules: readonly Judging[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, requirements } of rules)
    for (const requirement of requirements) found.set(requirement, [...(found.get(requirement) ?? []), id]);
  return found;
}
