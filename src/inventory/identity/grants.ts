// What statements grant, one line per principal, and what changed between two sets of them. Takes statements and their places, gives
// grants and changes. Judges nothing.
import lattice from "../../../policies/data/iam.json" with { type: "json" };
import { compareText } from "../../model/compare.ts";
import { groupBy } from "../../model/group.ts";
import type { ConditionTerm, Statement } from "../../model/inventory/identity.ts";
import type { Grant, GrantChange } from "../../model/report.ts";
import type { Grant as GrantTree } from "../../readers/iam/ast.ts";
import { printAction, printCondition, printLocation, printPrincipal } from "../../readers/iam/print.ts";
import { parseStatement } from "../../readers/iam/read.ts";
import type { Origins } from "../origins.ts";
import { shortened } from "./statement-origin.ts";

/** A grant with the statement that it is part of, so that two can be compared. */
export type KnownGrant = { readonly grant: Grant; readonly statement: Statement };

/** Texts in a table are cut there. */
const MAX_TEXT = 400;

/** Grants in the order of their files and lines. Statements that IAM would refuse, and definitions, grant nothing. */
export function grantsOf(statements: readonly Statement[], origins: Pick<Origins, "get">): KnownGrant[] {
  const found = statements.flatMap((statement): KnownGrant[] => {
    if (statement.verdict === "invalid") return [];
    const { entry } = parseStatement(statement.text);
    const { file, line } = placeOf(statement, origins);
    if (entry === null)
      return statement.effect === "allow"
        ? [{ statement, grant: { ...unknownGrant(statement.text), file, line } }]
        : [];
    if (entry.kind !== "grant") return [];
    const rest = { ...wordsOf(entry), file, line };
    return principalsOf(entry).map((principal) => ({ statement, grant: { principal, ...rest } }));
  });
  return found.toSorted(
    ({ grant: a }, { grant: b }) =>
      compareText(a.file, b.file) || a.line - b.line || compareText(a.principal, b.principal),
  );
}

function placeOf({ id }: Statement, origins: Pick<Origins, "get">) {
  const place = origins.get(id)?.locate([]).place;
  return { file: place?.file ?? "", line: place?.range?.start.line ?? 1 };
}

function unknownGrant(text: string): Omit<Grant, "file" | "line"> {
  return {
    principal: shortened(text, MAX_TEXT),
    permissions: "",
    location: "",
    conditions: "",
    effect: "allow",
  };
}

function wordsOf(entry: GrantTree): Omit<Grant, "principal" | "file" | "line"> {
  const { action, location, condition, effect, form } = entry;
  const beside =
    entry.with === null ? "" : ` with ${entry.with.resource.text} in ${printLocation(entry.with.location)}`;
  const conditions = [
    condition === null ? "" : printCondition(condition),
    ...entry.tail.map(({ text }) => text),
  ].filter((text) => text !== "");
  return {
    permissions: shortened(
      `${form === "plain" ? "" : `${form} `}${action === null ? "" : printAction(action).replace(/^to /, "")}${beside}`,
      MAX_TEXT,
    ),
    location: location === null ? "" : shortened(printLocation(location), MAX_TEXT),
    conditions: shortened(conditions.join(" "), MAX_TEXT),
    effect: effect ?? "allow",
  };
}

function principalsOf({ subject, from }: GrantTree): string[] {
  const home =
    from === null
      ? ""
      : from.kind === "any-tenancy"
        ? " of any-tenancy"
        : ` of tenancy ${from.name?.text ?? ""}`;
  if (subject === null) return [];
  const { kind, principals } = subject;
  if (principals.length === 0) return [`${kind}${home}`];
  if (kind === "resource" || kind === "unknown")
    return [`${kind === "unknown" ? "" : "resource "}${principals.map(printPrincipal).join(" ")}${home}`];
  return principals.map((principal) => `${kind} ${printPrincipal(principal)}${home}`);
}

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

const ORDER = ["new", "widened", "narrowed", "removed"];

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

/** A root module that is added beside it does not change what a term says. */
function termKey({ stack: _, ...term }: ConditionTerm): string {
  return JSON.stringify(term).toLowerCase();
}

type Comparison = "same" | "wider" | "narrower" | "other";

/** What the second grant is beside the first. */
function comparison(first: KnownGrant, second: KnownGrant): Comparison {
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

function listedPermissions({ text }: Statement): readonly string[] {
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
