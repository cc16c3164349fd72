// Takes a condition, gives it as a disjunction of conjunctions, the form in which rules can read it (they cannot walk a tree).
import type { ConditionTerm } from "../../model/inventory/identity.ts";
import type { Comparison, Condition, Value } from "./ast.ts";

/** A condition that needs more clauses, or more terms in all of them together, is not written out. */
const MAX_CLAUSES = 64;
const MAX_TERMS = 1024;

type Clauses = readonly (readonly ConditionTerm[])[];

/**
 * Each clause is a list of terms that hold together; the condition holds when one of them does. `[]` for no condition.
 * `null` where it cannot be known: a placeholder stands for conditions, bare braces leave open how their terms are joined,
 * or the result is beyond the bound.
 */
export function toClauses(condition: Condition | null): Clauses | null {
  return condition === null ? [] : clausesOf(condition);
}

function clausesOf(condition: Condition): Clauses | null {
  switch (condition.kind) {
    case "fragment":
      return null;
    case "comparison":
      return [[term(condition)]];
    case "group": {
      if (condition.terms.length === 0 || (condition.match === "bare" && condition.terms.length > 1))
        return null;
      return (
        flat(condition.terms, condition.match === "any") ??
        (condition.match === "any" ? anyOf(condition.terms) : allOf(condition.terms))
      );
    }
  }
}

/** The common case, comparisons alone, is written out without joining anything. */
function flat(conditions: readonly Condition[], any: boolean): Clauses | undefined {
  if (conditions.length > (any ? MAX_CLAUSES : MAX_TERMS)) return undefined;
  const terms: ConditionTerm[] = [];
  for (const condition of conditions) {
    if (condition.kind !== "comparison") return undefined;
    terms.push(term(condition));
  }
  return any ? terms.map((one) => [one]) : [terms];
}

function anyOf(terms: readonly Condition[]): Clauses | null {
  const clauses: (readonly ConditionTerm[])[] = [];
  for (const inner of terms) {
    const more = clausesOf(inner);
    if (more === null || clauses.length + more.length > MAX_CLAUSES) return null;
    clauses.push(...more);
  }
  return withinTerms(clauses);
}

function allOf(terms: readonly Condition[]): Clauses | null {
  let clauses: Clauses = [[]];
  for (const inner of terms) {
    const more = clausesOf(inner);
    if (more === null || clauses.length * more.length > MAX_CLAUSES) return null;
    const single = more.length === 1 && clauses.length === 1;
    // The common case, a flat `all`, grows one clause in place of copying it for each term.
    if (single) (clauses[0] as ConditionTerm[]).push(...more[0]!);
    else clauses = clauses.flatMap((left) => more.map((right) => [...left, ...right]));
    if (withinTerms(clauses) === null) return null;
  }
  return clauses;
}

function withinTerms(clauses: Clauses): Clauses | null {
  let count = 0;
  for (const clause of clauses) count += clause.length;
  return count > MAX_TERMS ? null : clauses;
}

/** Variables are in lower case, as letter case means nothing in them; values keep theirs. */
function term({ variable, operator, value }: Comparison): ConditionTerm {
  const name = variable.text.toLowerCase();
  const kind = variable.hole === "none" ? valueKind(value) : "hole";
  if (value === null || kind === "hole") {
    const ref = value !== null && value.kind !== "list" && value.hole === "whole" ? { ref: value.text } : {};
    return { variable: name, operator, value_kind: kind, ...ref };
  }
  if (value.kind !== "list") return { variable: name, operator, value: value.text, value_kind: kind };
  return { variable: name, operator, values: value.items.map(itemText), value_kind: kind };
}

/** `string` for the tests of presence, which have no value. */
function valueKind(value: Value | null): ConditionTerm["value_kind"] {
  if (value === null) return "string";
  // A list of plain texts cannot say that one of them is a variable.
  if (value.kind === "list")
    return value.items.some((item) => isUnknown(item) || item.kind === "variable") ? "hole" : "list";
  return value.kind === "unknown" || value.hole !== "none" ? "hole" : value.kind;
}

function isUnknown(value: Value): boolean {
  return value.kind === "list"
    ? value.items.some(isUnknown)
    : value.kind === "unknown" || value.hole !== "none";
}

/** In a list a pattern keeps its slashes, so that it is not taken for a string. */
function itemText(value: Value): string {
  if (value.kind === "list") return value.items.map(itemText).join(",");
  return value.kind === "pattern" ? `/${value.text}/` : value.text;
}
