// Evaluates expressions. Takes an expression and what it can see, gives a value; never fails, never goes on without end.
import type { HclCall, HclConditional, HclExpression, HclFor, HclObject, HclSplat } from "../../model/hcl.ts";
import { elements, index } from "./access.ts";
import { callFunction } from "./functions/call.ts";
import { binary, truth, unary } from "./operators.ts";
import { reference } from "./reference.ts";
import { type Scope, withName } from "./scope.ts";
import type { Site } from "./site.ts";
import { templateText } from "./template.ts";
import {
  derived,
  type Entry,
  failure,
  known,
  list,
  MAX_ITEMS,
  object,
  oneOf,
  refText,
  type Unknown,
  unknown,
  type Value,
} from "./value.ts";

/** Expressions inside one another, through locals, variables and modules. */
const MAX_DEPTH = 500;

export function siteOf(expression: { readonly start: number; readonly end: number }, scope: Scope): Site {
  return { source: scope.source, start: expression.start, end: expression.end };
}

export function evaluate(expression: HclExpression, scope: Scope): Value {
  const { run } = scope.module;
  if (!run.step())
    return unknown("the configuration takes too long to evaluate", "…", siteOf(expression, scope));
  if (run.depth >= MAX_DEPTH) return unknown("nested too deeply", "…", siteOf(expression, scope));
  run.depth++;
  try {
    return evaluateKind(expression, scope);
  } finally {
    run.depth--;
  }
}

function evaluateKind(expression: HclExpression, scope: Scope): Value {
  const site = siteOf(expression, scope);
  switch (expression.kind) {
    case "literal":
      return expression.value === null ? { kind: "absent", site } : known(expression.value, site);
    case "template":
      return templateText(expression, scope, evaluate);
    case "name":
    case "member":
      return reference(expression, scope, evaluate);
    case "index": {
      const value = reference(expression, scope, evaluate);
      return value;
    }
    case "splat":
      return splat(expression, scope, site);
    case "splat-item":
      return scope.item ?? failure("not in a splat", "[*]", site);
    case "call":
      return call(expression, scope, site);
    case "conditional":
      return conditional(expression, scope, site);
    case "for":
      return forExpression(expression, scope, site);
    case "object":
      return objectExpression(expression, scope, site);
    case "tuple":
      return list(
        expression.items.map((item) => evaluate(item, scope)),
        site,
      );
    case "unary":
      return unary(expression.operator, evaluate(expression.operand, scope), site);
    case "binary": {
      const left = evaluate(expression.left, scope);
      const { operator } = expression;
      if (operator === "&&" && truth(left) === false) return known(false, site);
      if (operator === "||" && truth(left) === true) return known(true, site);
      return binary(operator, left, evaluate(expression.right, scope), site);
    }
  }
}

function call(expression: HclCall, scope: Scope, site: Site): Value {
  const args: Value[] = [];
  for (const [i, arg] of expression.args.entries()) {
    const value = evaluate(arg, scope);
    if (!expression.expand || i < expression.args.length - 1) args.push(value);
    else if (value.kind === "list" && !value.open) args.push(...value.items);
    else if (value.kind === "list" || value.kind === "unknown")
      return expandedCall(expression.name, args, value, scope, site);
    else return failure("only a list can be expanded", refText(value), site);
  }
  return callFunction(expression.name, args, scope, site, evaluate);
}

/** Collections can be put together as far as they are known; of other functions nothing can be said. */
function expandedCall(name: string, args: readonly Value[], rest: Value, scope: Scope, site: Site): Value {
  const found = elements(rest);
  const all = [...args, ...(found === null ? [rest] : found.items.map((item) => item.value))];
  if (name === "concat" || name === "merge" || name === "coalesce" || name === "coalescelist") {
    const value = callFunction(name, all, scope, site, evaluate);
    if (value.kind === "list" || value.kind === "object") return { ...value, open: true };
  }
  return derived(`${name}(${all.map(refText).join(",")}...)`, [rest], site, { call: { name, args: all } });
}

function conditional(expression: HclConditional, scope: Scope, site: Site): Value {
  const condition = evaluate(expression.condition, scope);
  const decided = truth(condition);
  if (decided !== null) return evaluate(decided ? expression.whenTrue : expression.whenFalse, scope);
  const sides = [evaluate(expression.whenTrue, scope), evaluate(expression.whenFalse, scope)];
  const ref = `(${refText(condition)} ? ${refText(sides[0]!)} : ${refText(sides[1]!)})`;
  if (condition.kind !== "unknown" || condition.failed)
    return failure("the condition cannot be evaluated", ref, site);
  return oneOf(sides, ref, condition.reason, site);
}

function splat({ object: target, each }: HclSplat, scope: Scope, site: Site): Value {
  const value = evaluate(target, scope);
  const take = (item: Value) => evaluate(each, { ...scope, item });
  if (value.kind === "absent") return list([], site);
  if (value.kind === "known" || value.kind === "object") return list([take(value)], site);
  const found = elements(value);
  if (found !== null) {
    return list(
      found.items.map((item) => take(item.value)),
      site,
      found.open,
    );
  }
  const whole = value as Unknown;
  if (whole.attribute !== undefined) return list([take(value)], site);
  return derived(refText(take(index(value, unknown("any element", "*", site), site))), [value], site);
}

function objectExpression(expression: HclObject, scope: Scope, site: Site): Value {
  const entries = new Map<string, Entry>();
  let open = false;
  for (const item of expression.items) {
    const key = evaluate(item.key, scope);
    const entry: Entry = { value: evaluate(item.value, scope), site: siteOf(item, scope) };
    if (key.kind === "known") entries.set(String(key.value), entry);
    else if (key.kind === "unknown") {
      entries.set(key.ref, { ...entry, key });
      open = true;
    } else return failure("a key must be a text", "{…}", site);
  }
  return object(entries, site, open);
}

function forExpression(expression: HclFor, scope: Scope, site: Site): Value {
  const collection = evaluate(expression.collection, scope);
  const found = elements(collection);
  if (found === null) {
    if (collection.kind !== "unknown") return failure("only collections have elements", "[for …]", site);
    const ref = `[for ${refText(collection)} at ${positionText(scope, expression)}]`;
    return derived(ref, [collection], site, sampleElement(expression, collection, scope));
  }
  let open = found.open;
  const kept: { key: Value | null; value: Value; site: Site | null }[] = [];
  for (const item of found.items) {
    let inner = withName(scope, expression.value, item.value);
    if (expression.key !== null) inner = withName(inner, expression.key, item.key);
    if (expression.condition !== null) {
      const test = evaluate(expression.condition, inner);
      const decided = truth(test);
      if (decided === false) continue;
      if (decided === null) {
        if (test.kind === "unknown" && test.failed) return failure(test.reason, "[for …]", site);
        open = true;
      }
    }
    kept.push({
      key: expression.resultKey === null ? null : evaluate(expression.resultKey, inner),
      value: evaluate(expression.result, inner),
      site: item.site,
    });
    if (kept.length > MAX_ITEMS) break;
  }
  const failing = kept.find(({ key, value }) =>
    [key, value].some((one) => one?.kind === "unknown" && one.failed),
  );
  if (failing !== undefined) return failure("an element cannot be evaluated", "[for …]", site);
  if (expression.resultKey === null) {
    return list(
      kept.map((one) => one.value),
      site,
      open,
    );
  }
  return keyed(kept, expression.group, open, site);
}

/** What one element would be, whichever it is, and what picks it. */
function sampleElement(
  expression: HclFor,
  collection: Unknown,
  scope: Scope,
): Pick<Unknown, "sample" | "condition"> {
  if (expression.resultKey !== null || collection.failed) return {};
  const any = unknown(collection.reason, "*", collection.site);
  let inner = withName(scope, expression.value, index(collection, any, collection.site));
  const key = unknown(collection.reason, `keys(${refText(collection)})[*]`, collection.site);
  if (expression.key !== null) inner = withName(inner, expression.key, key);
  const test = expression.condition === null ? null : evaluate(expression.condition, inner);
  if (test !== null && truth(test) === false) return {};
  const sample = evaluate(expression.result, inner);
  if (sample.kind === "unknown" && sample.failed) return {};
  return { sample, ...(test?.kind === "unknown" && { condition: test.ref }) };
}

function keyed(
  kept: readonly { readonly key: Value | null; readonly value: Value; readonly site: Site | null }[],
  group: boolean,
  open: boolean,
  site: Site,
): Value {
  const entries = new Map<string, Entry>();
  let more = open;
  for (const { key, value, site: itemSite } of kept) {
    if (key === null || (key.kind !== "known" && key.kind !== "unknown"))
      return failure("a key must be a text", "{for …}", site);
    const name = key.kind === "known" ? String(key.value) : key.ref;
    if (key.kind === "unknown") more = true;
    const before = entries.get(name);
    const grouped = before?.value.kind === "list" ? before.value.items : [];
    const entry: Entry = { value: group ? list([...grouped, value], site) : value, site: itemSite };
    entries.set(name, key.kind === "unknown" ? { ...entry, key } : entry);
  }
  return object(entries, site, more);
}

/** Tells this spot in this instance of this module from every other. */
function positionText(scope: Scope, expression: HclExpression): string {
  const keys: string[] = [scope.module.address];
  if (scope.each !== null) keys.push(refText(scope.each.key));
  if (scope.count !== null) keys.push(refText(scope.count));
  for (let names = scope.names; names !== null; names = names.next) keys.push(refText(names.value));
  return `${scope.source.file}:${expression.start} ${keys.join(",")}`;
}
