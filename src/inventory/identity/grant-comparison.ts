// What one grant is beside another: the same, wider, narrower, or something else. Takes two, with their statements; what cannot be told
// apart by what is written is something else.
import lattice from "../../../policies/data/iam.json" with { type: "json" };
import type { ConditionTerm, Statement } from "../../model/inventory/identity.ts";
import { parseStatement } from "../../readers/iam/read.ts";
import type { KnownGrant } from "./grants.ts";

export type Comparison = "same" | "wider" | "narrower" | "other";

/** What the second grant is beside the first. */
export function comparison(first: KnownGrant, second: KnownGrant): Comparison {
  // What stands beside an associated resource is not compared.
  if (first.statement.effect !== second.statement.effect || first.statement.verb === "associate")
    return "other";
  const parts = [
    first.grant.permissions === second.grant.permissions
      ? "same"
      : actions(first.statement, second.statement),
    first.grant.location === second.grant.location
      ? "same"
      : locations(first.statement.location, second.statement.location),
    first.grant.conditions === second.grant.conditions
      ? "same"
      : conditionsOf(first.statement, second.statement),
  ] as const;
  if (parts.includes("other") || (parts.includes("wider") && parts.includes("narrower"))) return "other";
  return parts.includes("wider") ? "wider" : parts.includes("narrower") ? "narrower" : "same";
}

/** From least to most. */
const verbs = ["inspect", "read", "use", "manage"];

function actions(first: Statement, second: Statement): Comparison {
  if (first.verb === undefined || second.verb === undefined) {
    if (first.verb !== undefined || second.verb !== undefined) return "other";
    const [a, b] = [listedPermissions(first), listedPermissions(second)];
    return a.length === 0 || b.length === 0 ? "other" : sets(a, b);
  }
  const [a, b] = [first.resources[0] ?? "", second.resources[0] ?? ""];
  const types: Comparison =
    a === b ? "same" : includes(b, a) ? "wider" : includes(a, b) ? "narrower" : "other";
  const step = verbs.indexOf(second.verb) - verbs.indexOf(first.verb);
  // Denying a lower verb denies more.
  const rank: Comparison =
    step === 0 ? "same" : step > 0 === (first.effect !== "deny") ? "wider" : "narrower";
  if (types === "same") return rank;
  return rank === "same" || rank === types ? types : "other";
}

function includes(family: string, type: string): boolean {
  if (family === "all-resources") return true;
  const families = lattice.families as Readonly<Record<string, { readonly members: readonly string[] }>>;
  return Object.hasOwn(families, family) && families[family]!.members.includes(type);
}

/** Of a statement that lists permissions in braces, in capitals. */
export function listedPermissions({ text }: Statement): readonly string[] {
  const { entry } = parseStatement(text);
  if (entry?.kind !== "grant" || entry.action?.kind !== "permissions") return [];
  return entry.action.permissions.map((word) => word.text.toUpperCase());
}

function sets(first: readonly string[], second: readonly string[]): Comparison {
  const [a, b] = [new Set(first), new Set(second)];
  const [more, less] = [second.some((one) => !a.has(one)), first.some((one) => !b.has(one))];
  return more && less ? "other" : more ? "wider" : less ? "narrower" : "same";
}

function begins(path: readonly string[], start: readonly string[]): boolean {
  return start.every((part, index) => path[index]?.toLowerCase() === part.toLowerCase());
}

function locations(first: Statement["location"], second: Statement["location"]): Comparison {
  if (first.kind === second.kind && first.kind === "compartment") {
    if (first.path === undefined || second.path === undefined) return "other";
    if (begins(first.path, second.path)) return begins(second.path, first.path) ? "same" : "wider";
    return begins(second.path, first.path) ? "narrower" : "other";
  }
  if (second.kind === "tenancy" && first.kind === "compartment") return "wider";
  return first.kind === "tenancy" && second.kind === "compartment" ? "narrower" : "other";
}

type Clauses = readonly (readonly ConditionTerm[])[];

/** More conditions that all must hold are narrower, more of which one must hold are wider. */
function conditionsOf(first: Statement, second: Statement): Comparison {
  if (first.clauses === undefined || second.clauses === undefined) return "other";
  const [a, b] = [alternatives(first.clauses), alternatives(second.clauses)];
  const [wider, narrower] = [implies(a, b), implies(b, a)];
  return wider && narrower ? "same" : wider ? "wider" : narrower ? "narrower" : "other";
}

/** No condition at all is one alternative that asks for nothing. */
function alternatives(clauses: Clauses): Clauses {
  return clauses.length === 0 ? [[]] : clauses;
}

/** Whether something that fulfils `a` fulfils `b` too, as far as their terms show. */
function implies(a: Clauses, b: Clauses): boolean {
  return a.every((given) =>
    b.some((wanted) => wanted.every((term) => given.some((one) => termImplies(one, term)))),
  );
}

function termImplies(given: ConditionTerm, wanted: ConditionTerm): boolean {
  if (termKey(given) === termKey(wanted)) return true;
  if (given.variable !== wanted.variable || wanted.value_kind !== "list") return false;
  const [some, all] = [valuesOf(given), valuesOf(wanted)];
  if (some === undefined || all === undefined) return false;
  if (wanted.operator === "in") return isPositive(given) && some.every((value) => all.includes(value));
  if (wanted.operator !== "not in" || given.operator !== "not in") return false;
  return all.every((value) => some.includes(value));
}

function isPositive({ operator, value_kind }: ConditionTerm): boolean {
  return operator === "in" || (operator === "=" && value_kind === "string");
}

function valuesOf({ value, values }: ConditionTerm): readonly string[] | undefined {
  return (values ?? (value === undefined ? undefined : [value]))?.map((one) => one.toLowerCase());
}

/** A root module that is added beside it does not change what a term says. */
export function termKey({ stack: _, ...term }: ConditionTerm): string {
  return JSON.stringify(term).toLowerCase();
}
