// Takes a tree, gives its canonical text: parsing that text gives the same tree again. Knows no original spelling.
import type { Action, Condition, Entry, Grant, Location, Principal, Value, Word } from "./ast.ts";

export function print(entry: Entry): string {
  switch (entry.kind) {
    case "grant":
      return printGrant(entry);
    case "define": {
      const name = [entry.domain, entry.name].filter((word) => word !== null).map(printWord);
      return `define ${entry.what ?? ""} ${name.join("/")} as ${entry.ocid === null ? "" : printWord(entry.ocid)}`;
    }
    case "matching-rule":
      return entry.condition === null ? "" : printCondition(entry.condition);
  }
}

function printGrant(grant: Grant): string {
  const parts: string[] = [];
  if (grant.form !== "plain") parts.push(grant.effect === "deny" ? `deny ${grant.form}` : grant.form);
  else parts.push(grant.effect ?? "");
  if (grant.subject !== null) {
    const { kind, principals } = grant.subject;
    if (kind !== "unknown") parts.push(kind);
    parts.push(principals.map(printPrincipal).join(kind === "resource" || kind === "unknown" ? " " : ", "));
  }
  if (grant.from !== null) {
    const name = grant.from.name === null ? "" : printWord(grant.from.name);
    parts.push(grant.from.kind === "unknown" ? `of ${name}` : `of ${grant.from.kind} ${name}`);
  }
  if (grant.action !== null) parts.push(printAction(grant.action));
  if (grant.location !== null) parts.push(`in ${printLocation(grant.location)}`);
  if (grant.with !== null)
    parts.push(`with ${printWord(grant.with.resource)} in ${printLocation(grant.with.location)}`);
  if (grant.condition !== null) parts.push(`where ${printCondition(grant.condition)}`);
  parts.push(...grant.tail.map(printWord));
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
}

export function printPrincipal({ domain, name, ocid }: Principal): string {
  if (ocid !== null) return `id ${printWord(ocid)}`;
  const written = name === null ? "" : printWord(name);
  return domain === null ? written : `${printWord(domain)}/${written}`;
}

export function printAction(action: Action): string {
  switch (action.kind) {
    case "verb":
      return `to ${typeof action.verb === "string" ? action.verb : printWord(action.verb)} ${printWord(action.resource)}`;
    case "permissions":
      return `to {${action.permissions.map(printWord).join(", ")}}`;
    case "unknown":
      return action.to ? `to ${printWord(action.hole)}` : printWord(action.hole);
  }
}

export function printLocation(location: Location): string {
  switch (location.kind) {
    case "tenancy":
    case "any-tenancy":
      return location.kind;
    case "named-tenancy":
      return `tenancy ${printWord(location.name)}`;
    case "unknown":
      return printWord(location.hole);
    case "compartment": {
      const place =
        location.ocid === null ? location.path.map(printWord).join(":") : `id ${printWord(location.ocid)}`;
      return `compartment ${place}${location.tenancy === null ? "" : ` of tenancy ${printWord(location.tenancy)}`}`;
    }
  }
}

export function printCondition(condition: Condition): string {
  if (condition.kind === "fragment") return printWord(condition.hole);
  if (condition.kind === "group") {
    const terms = condition.terms.map(printCondition).join(", ");
    return condition.match === "bare" ? `{ ${terms} }` : `${condition.match} { ${terms} }`;
  }
  const variable = printWord(condition.variable);
  const value = condition.value === null ? "" : printValue(condition.value);
  switch (condition.operator) {
    case "present":
      return variable;
    case "absent":
      return `not ${variable}`;
    case "sets-intersect":
      return `sets-intersect(${variable}, ${value})`;
    case "between": {
      const bounds = condition.value?.kind === "list" ? condition.value.items.map(printValue) : [value];
      return `${variable} between ${bounds.join(" and ")}`;
    }
    default:
      return `${variable} ${condition.operator} ${value}`;
  }
}

function printValue(value: Value): string {
  switch (value.kind) {
    case "list":
      return `(${value.items.map(printValue).join(", ")})`;
    case "string":
      return quote(value.text, value.hole !== "none");
    case "pattern":
      return `/${value.text}/`;
    default:
      return value.text;
  }
}

function printWord({ text, quoted, hole }: Word): string {
  return quoted ? quote(text, hole !== "none") : text;
}

/** A text with placeholders is printed as it was written: only its quotes may change. */
function quote(text: string, raw: boolean): string {
  if (!raw) return `'${text.replace(/[\\']/g, "\\$&")}'`;
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text}'`;
}
