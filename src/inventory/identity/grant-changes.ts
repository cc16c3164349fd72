// What changed between the grants of two trees: takes both, gives what is new, widened, narrowed or removed. Judges nothing.
import { compareText } from "../../model/compare.ts";
import { groupBy } from "../../model/group.ts";
import type { ConditionTerm } from "../../model/inventory/identity.ts";
import type { GrantChange } from "../../model/report.ts";
import { comparison, listedPermissions, termKey } from "./grant-comparison.ts";
import type { KnownGrant } from "./grants.ts";

const ORDER = ["new", "widened", "narrowed", "removed"];

/** Grants of the same principal are paired where one is wider than the other; what has no pair is new or removed. */
export function grantChanges(before: readonly KnownGrant[], after: readonly KnownGrant[]): GrantChange[] {
  const left = groupBy(before, sameKey);
  const added: KnownGrant[] = [];
  for (const one of after) {
    const same = left.get(sameKey(one));
    if (same === undefined || same.length === 0) added.push(one);
    else same.pop();
  }
  const gone = groupBy([...left.values()].flat(), principalKey);
  const changes: GrantChange[] = [];
  for (const one of added) {
    const candidates = gone.get(principalKey(one)) ?? [];
    const at = candidates.findIndex((other) => comparison(other, one) !== "other");
    if (at === -1) changes.push({ change: "new", after: one.grant });
    else {
      const other = candidates.splice(at, 1)[0]!;
      const compared = comparison(other, one);
      if (compared === "same") continue;
      const change = compared === "wider" ? "widened" : "narrowed";
      changes.push({ change, before: other.grant, after: one.grant });
    }
  }
  for (const one of [...gone.values()].flat()) changes.push({ change: "removed", before: one.grant });
  return changes.toSorted((a, b) => {
    const [x, y] = [(a.after ?? a.before)!, (b.after ?? b.before)!];
    return (
      ORDER.indexOf(a.change) - ORDER.indexOf(b.change) ||
      compareText(x.file, y.file) ||
      x.line - y.line ||
      compareText(x.principal, y.principal)
    );
  });
}

function principalKey({ grant: { principal, effect } }: KnownGrant): string {
  return `${effect} ${principal.toLowerCase()}`;
}

/** Letter case means nothing, nor does the order of permissions and of conditions. */
function sameKey(one: KnownGrant): string {
  const { grant, statement } = one;
  const listed = grant.permissions.startsWith("{") ? listedPermissions(statement).toSorted() : [];
  const action = listed.length > 0 ? listed : grant.permissions.toLowerCase();
  return JSON.stringify([principalKey(one), action, grant.location.toLowerCase(), conditionKey(one)]);
}

function conditionKey({ grant, statement: { clauses } }: KnownGrant): unknown {
  if (clauses === undefined || clauses.some((clause) => clause.some(isOpen))) return grant.conditions;
  return clauses.map((clause) => clause.map(termKey).toSorted().join()).toSorted();
}

function isOpen({ value_kind }: ConditionTerm): boolean {
  return value_kind === "hole";
}
