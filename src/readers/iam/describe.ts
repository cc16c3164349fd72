// Takes a parsed entry, gives one English sentence that says what it grants to whom. Judges nothing.
import type { Action, Condition, Define, Grant, Location, Parsed, Principal, Value } from "./ast.ts";

/** A sentence names so many conditions; what follows is counted. */
const MAX_TERMS = 8;

/** Empty for an entry that is invalid or of which nothing was recognised. */
export function describe({ entry, verdict }: Parsed): string {
  if (entry === null || verdict === "invalid") return "";
  switch (entry.kind) {
    case "grant":
      return describeGrant(entry);
    case "define":
      return describeDefine(entry);
    case "matching-rule":
      return entry.condition === null
        ? ""
        : `Contains every resource for which ${condition(entry.condition)}.`;
  }
}

function describeGrant(grant: Grant): string {
  const may = grant.effect === "deny" ? "may not" : grant.effect === null ? "may or may not" : "may";
  const parts = [subject(grant), may, action(grant.action, grant.effect), place(grant.location)];
  if (grant.with !== null) parts.push(`with ${grant.with.resource.text} ${place(grant.with.location)}`);
  if (grant.condition !== null) parts.push(`when ${condition(grant.condition)}`);
  if (grant.tail.length > 0) parts.push(`and as ${grant.tail.map(({ text }) => text).join(" ")} says`);
  if (grant.form === "endorse" && grant.effect === "allow") parts.push("if that tenancy admits it");
  if (grant.form === "admit" && grant.effect === "allow") parts.push("if their tenancy endorses it");
  return `${parts
    .filter((part) => part !== "")
    .join(" ")
    .replace(/ (if th)/, ", $1")}.`;
}

function describeDefine({ what, name, ocid }: Define): string {
  return `The name ${name?.text ?? ""} stands for the ${what ?? "resource"} ${ocid?.text ?? ""}.`;
}

function subject({ subject: who, from }: Grant): string {
  const home =
    from === null
      ? ""
      : from.kind === "any-tenancy"
        ? " of any tenancy"
        : ` of tenancy ${from.name?.text ?? ""}`;
  if (who === null) return `Somebody${home}`;
  const names = list(who.principals.map(principal), "and");
  const several = who.principals.length > 1;
  switch (who.kind) {
    case "any-user":
      return `Every user, instance and other principal${home}`;
    case "any-group":
      return `Every member of a group or dynamic group${home}`;
    case "group":
      return `Members of ${several ? "groups" : "group"} ${names}${home}`;
    case "dynamic-group":
      return `Members of dynamic ${several ? "groups" : "group"} ${names}${home}`;
    case "service":
      return `${several ? "The services" : "The service"} ${names}${home}`;
    case "resource":
      return `The resource ${who.principals.map(principal).join(" ")}${home}`;
    case "unknown":
      return `${who.principals.map(principal).join(" ")}${home}`;
  }
}

function principal({ domain, name, ocid }: Principal): string {
  if (ocid !== null) return ocid.text;
  return domain === null ? (name?.text ?? "") : `${domain.text}/${name?.text ?? ""}`;
}

/** What a verb includes depends on the effect: allowing covers the weaker verbs, denying the stronger ones. */
function action(granted: Action | null, effect: Grant["effect"]): string {
  if (granted === null) return "do something";
  if (granted.kind === "unknown") return `do what ${granted.hole.text} says`;
  if (granted.kind === "permissions") {
    return `use the ${granted.permissions.length === 1 ? "permission" : "permissions"} ${list(
      granted.permissions.map(({ text }) => text.toUpperCase()),
      "and",
    )}`;
  }
  const verb = typeof granted.verb === "string" ? granted.verb : granted.verb.text;
  const type = granted.resource.text.toLowerCase();
  const stronger: { readonly [verb: string]: string } = {
    inspect: "inspect, read, use or manage",
    read: "read, use or manage",
    use: "use or manage",
  };
  return `${(effect === "deny" && stronger[verb]) || verb} ${type === "all-resources" ? "all resources" : type}`;
}

function place(location: Location | null): string {
  if (location === null) return "";
  switch (location.kind) {
    case "tenancy":
      return "in the tenancy";
    case "any-tenancy":
      return "in any tenancy";
    case "named-tenancy":
      return `in tenancy ${location.name.text}`;
    case "unknown":
      return `in ${location.hole.text}`;
    case "compartment": {
      const name =
        location.ocid === null ? location.path.map(({ text }) => text).join(":") : location.ocid.text;
      return `in compartment ${name}${location.tenancy === null ? "" : ` of tenancy ${location.tenancy.text}`}`;
    }
  }
}

function condition(tree: Condition): string {
  const budget = { left: MAX_TERMS };
  const text = phrase(tree, budget, false);
  return budget.left < 0 ? `${text} (${-budget.left} more)` : text;
}

function phrase(tree: Condition, budget: { left: number }, nested: boolean): string {
  if (tree.kind !== "group") {
    budget.left--;
    return budget.left < 0 ? "" : tree.kind === "fragment" ? `${tree.hole.text} holds` : comparison(tree);
  }
  const word = tree.match === "any" ? "or" : "and";
  const phrases = tree.terms.map((term) => phrase(term, budget, true)).filter((text) => text !== "");
  const joined = phrases.join(` ${word} `);
  return nested && phrases.length > 1 ? `(${joined})` : joined;
}

function comparison({ variable, operator, value }: Condition & { readonly kind: "comparison" }): string {
  const name = variable.text;
  const right = value === null ? "" : valueText(value);
  switch (operator) {
    case "=":
      return `${name} ${value?.kind === "pattern" ? "matches" : "is"} ${right}`;
    case "!=":
      return `${name} ${value?.kind === "pattern" ? "does not match" : "is not"} ${right}`;
    case "in":
      return `${name} is one of ${right}`;
    case "not in":
      return `${name} is none of ${right}`;
    case "before":
    case "after":
      return `${name} is ${operator} ${right}`;
    case "between":
      return `${name} is between ${right}`;
    case "sets-intersect":
      return `${name} shares a value with ${right}`;
    case "present":
      return `${name} has a value`;
    case "absent":
      return `${name} has no value`;
  }
}

function valueText(value: Value): string {
  switch (value.kind) {
    case "list":
      return list(value.items.map(valueText), "and");
    case "string":
      return `'${value.text}'`;
    case "pattern":
      return `/${value.text}/`;
    default:
      return value.text;
  }
}

function list(items: readonly string[], word: string): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${word} ${items.at(-1)}`;
}
