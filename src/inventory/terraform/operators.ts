// Operators and conversions between scalars. Take values, give values; unknown operands give unknown outcomes unless one side decides.
import type { Site } from "./site.ts";
import {
  derived,
  type Entry,
  failure,
  isFailure,
  type Known,
  known,
  type List,
  type ObjectValue,
  oneOf,
  refText,
  type Unknown,
  type Value,
} from "./value.ts";

/** As a condition; null when it cannot be known or is no truth value. */
export function truth(value: Value): boolean | null {
  if (value.kind !== "known") return null;
  if (typeof value.value === "boolean") return value.value;
  return value.value === "true" ? true : value.value === "false" ? false : null;
}

export function numberOf(value: Known): number | null {
  if (typeof value.value === "number") return value.value;
  if (typeof value.value === "boolean" || value.value.trim() === "") return null;
  const number = Number(value.value);
  return Number.isFinite(number) ? number : null;
}

/** Numbers as Terraform writes them into texts. */
export function scalarText(value: Known): string {
  return String(value.value);
}

export function unary(operator: "-" | "!", operand: Value, site: Site): Value {
  const ref = `${operator}${refText(operand)}`;
  if (operand.kind === "unknown") return derived(ref, [operand], site);
  if (operand.kind !== "known") return failure("no such operation", ref, site);
  if (operator === "!") {
    const value = truth(operand);
    // Who turns a switch around did not write it: it is where the switch is set.
    return value === null ? failure("not a truth value", ref, site) : known(!value, operand.site ?? site);
  }
  const value = numberOf(operand);
  return value === null ? failure("not a number", ref, site) : known(-value, site);
}

export function binary(operator: string, left: Value, right: Value, site: Site): Value {
  const ref = `(${refText(left)} ${operator} ${refText(right)})`;
  if (operator === "==" || operator === "!=") {
    const same = equal(left, right);
    return same === null ? derived(ref, [left, right], site) : known(same === (operator === "=="), site);
  }
  if (operator === "&&" || operator === "||") return logical(operator, left, right, ref, site);
  if (left.kind === "unknown" || right.kind === "unknown") {
    return eachAlternative(operator, left, right, ref, site) ?? derived(ref, [left, right], site);
  }
  const [a, b] = [left, right].map((one) => (one.kind === "known" ? numberOf(one) : null));
  if (a == null || b == null) return failure("not a number", ref, site);
  const result = ARITHMETIC[operator]?.(a, b);
  if (result === undefined || (typeof result === "number" && !Number.isFinite(result)))
    return failure("no such operation", ref, site);
  return known(result, site);
}

/** When one side is one of several known values, the outcome is one of several as well, or the same for all. */
function eachAlternative(operator: string, left: Value, right: Value, ref: string, site: Site): Value | null {
  const choices =
    left.kind === "unknown" ? left.alternatives : right.kind === "unknown" ? right.alternatives : undefined;
  if (choices === undefined || (left.kind === "unknown" && right.kind === "unknown")) return null;
  const results = choices.map((one) =>
    left.kind === "unknown" ? binary(operator, one, right, site) : binary(operator, left, one, site),
  );
  return oneOf(results, ref, "a condition decides", site);
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number | boolean>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

function logical(operator: "&&" | "||", left: Value, right: Value, ref: string, site: Site): Value {
  const [a, b] = [truth(left), truth(right)];
  const deciding = operator === "||";
  if (a === deciding || b === deciding) return known(deciding, site);
  if (a !== null && b !== null) return known(!deciding, site);
  if (left.kind !== "unknown" && right.kind !== "unknown") return failure("not a truth value", ref, site);
  return derived(ref, [left, right], site);
}

/** Parts that a comparison looks at before it gives up. */
const MAX_COMPARED = 100_000;

/** null: not known. */
export function equal(left: Value, right: Value): boolean | null {
  return equalWithin(left, right, { left: MAX_COMPARED });
}

function equalWithin(left: Value, right: Value, budget: { left: number }): boolean | null {
  if (budget.left-- <= 0 || isFailure(left) || isFailure(right)) return null;
  if (left.kind === "unknown" || right.kind === "unknown") return equalUnknown(left, right);
  if (left.kind === "absent" || right.kind === "absent") return left.kind === right.kind;
  if (left.kind === "known" || right.kind === "known") {
    return left.kind === "known" && right.kind === "known" && left.value === right.value;
  }
  if (left.open || right.open) return null;
  const same = equalCollections(left, right, budget);
  // `==` wants one type as well: a list never equals a tuple, nor a map an object. Which of them a function gives is not kept.
  return same === true && left.typed !== right.typed ? null : same;
}

function equalCollections(
  left: List | ObjectValue,
  right: List | ObjectValue,
  budget: { left: number },
): boolean | null {
  if (left.kind === "list" && right.kind === "list") {
    if (left.items.length !== right.items.length) return false;
    return all(left.items, (item, i) => equalWithin(item, right.items[i]!, budget), budget);
  }
  if (left.kind === "object" && right.kind === "object") {
    if (left.entries.size !== right.entries.size) return false;
    const compare = ([name, entry]: readonly [string, Entry]) => {
      const other = right.entries.get(name);
      return other === undefined ? false : equalWithin(entry.value, other.value, budget);
    };
    return all([...left.entries], compare, budget);
  }
  return [...(left.kind === "list" ? left.items : left.entries)].length === 0 ? null : false;
}

function all<T>(
  parts: readonly T[],
  compare: (part: T, i: number) => boolean | null,
  budget: { left: number },
): boolean | null {
  let answer: boolean | null = true;
  for (const [i, part] of parts.entries()) {
    const one = compare(part, i);
    if (one === false) return false;
    if (one === null) answer = null;
    if (budget.left <= 0) return null;
  }
  return answer;
}

function equalUnknown(left: Value, right: Value): boolean | null {
  const one = left.kind === "unknown" ? left : (right as Unknown);
  const other = one === left ? right : left;
  if (other.kind === "unknown" && other.ref === one.ref && one.reference !== undefined) return true;
  if (
    other.kind !== "unknown" &&
    neverEmpty(one) &&
    (other.kind === "absent" || (other.kind === "known" && other.value === ""))
  ) {
    return false;
  }
  if (one.alternatives === undefined) return null;
  const answers = one.alternatives.map((alternative) => equal(alternative, other));
  return answers.every((answer) => answer === answers[0]) ? (answers[0] ?? null) : null;
}

/** Identifiers of resources, and texts with some literal part. */
export function neverEmpty(value: Unknown): boolean {
  if (value.text?.some((part) => part.kind === "known" && part.value !== "")) return true;
  const { reference } = value;
  if (reference === undefined || /(?:^|\.)data\./.test(reference.address)) return false;
  return reference.path.length === 0
    ? value.attribute !== undefined
    : reference.path.length === 1 && reference.path[0] === "id" && value.attribute !== undefined;
}
