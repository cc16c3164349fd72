// Applies the type of a variable to its value: scalars convert, missing optional members get their defaults, others are dropped.
import type { HclExpression } from "../../model/hcl.ts";
import { numberOf, scalarText, truth } from "./operators.ts";
import { type Entry, type Known, list, object, refText, type Value } from "./value.ts";

type Default = (expression: HclExpression) => Value;

/** What the type does not fit is left as it is. `evaluateDefault` gives the default of an `optional(…)`. */
export function applyType(value: Value, type: HclExpression, evaluateDefault: Default): Value {
  if (value.kind === "absent") return value;
  if (value.kind === "unknown") {
    if (value.alternatives === undefined || type.kind === "name") return value;
    return { ...value, alternatives: value.alternatives.map((one) => applyType(one, type, evaluateDefault)) };
  }
  if (type.kind === "name" || (type.kind === "literal" && typeof type.value === "string")) {
    return value.kind === "known"
      ? applyScalar(value, type.kind === "name" ? type.name : String(type.value))
      : value;
  }
  if (type.kind !== "call") return value;
  const [argument] = type.args;
  if (argument === undefined) return value;
  switch (type.name) {
    case "optional":
      return applyType(value, argument, evaluateDefault);
    case "list":
    case "set": {
      if (value.kind !== "list") return value;
      const items = value.items.map((item) => applyType(item, argument, evaluateDefault));
      const kept =
        type.name === "set" ? [...new Map(items.map((item) => [refText(item), item])).values()] : items;
      const made = list(kept, value.site, value.open);
      return made.kind === "list" ? { ...made, typed: true } : made;
    }
    case "map": {
      if (value.kind !== "object") return value;
      const entries = [...value.entries].map(([name, entry]): [string, Entry] => [
        name,
        { ...entry, value: applyType(entry.value, argument, evaluateDefault) },
      ]);
      return { ...object(new Map(entries), value.site, value.open), typed: true };
    }
    case "object":
      return value.kind === "object" && argument.kind === "object"
        ? applyObject(value, argument, evaluateDefault)
        : value;
    default:
      return value;
  }
}

function applyScalar(value: Known, type: string): Value {
  if (type === "string")
    return typeof value.value === "string" ? value : { ...value, value: scalarText(value) };
  const converted = type === "number" ? numberOf(value) : type === "bool" ? truth(value) : null;
  return converted === null ? value : { ...value, value: converted };
}

function applyObject(
  value: Value & { kind: "object" },
  type: HclExpression & { kind: "object" },
  evaluateDefault: Default,
): Value {
  const entries = new Map<string, Entry>();
  for (const item of type.items) {
    const name = item.key.kind === "literal" ? String(item.key.value) : null;
    if (name === null) return value;
    const given = value.entries.get(name);
    const optional = item.value.kind === "call" && item.value.name === "optional" ? item.value : null;
    if (given !== undefined && given.value.kind !== "absent") {
      entries.set(name, { ...given, value: applyType(given.value, item.value, evaluateDefault) });
    } else if (optional !== null && !value.open) {
      const fallback = optional.args[1] === undefined ? null : evaluateDefault(optional.args[1]);
      const converted = fallback === null ? null : applyType(fallback, optional.args[0]!, evaluateDefault);
      entries.set(name, {
        value: converted ?? { kind: "absent", site: given?.site ?? null },
        site: given?.site ?? null,
      });
    } else if (given !== undefined) entries.set(name, given);
  }
  return object(entries, value.site, value.open);
}
