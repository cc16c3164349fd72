// Evaluates the body of a block: attributes, nested blocks as lists, `dynamic` blocks expanded. Gives an object.
import type { HclBlock, HclBody } from "../../model/hcl.ts";
import { elements } from "./access.ts";
import { evaluate, siteOf } from "./expression.ts";
import { type Scope, scopeIn, withName } from "./scope.ts";
import type { Site } from "./site.ts";
import { derived, type Entry, known, list, type ObjectValue, object, type Value } from "./value.ts";

/** Blocks that one `dynamic` block may become. */
const MAX_DYNAMIC = 1_000;

export function blockSite(block: HclBlock, scope: Scope): Site {
  return { source: scope.source, start: block.start, end: block.end, block: true };
}

/** `skip`: names of attributes and blocks that are left out (meta-arguments). */
export function evaluateBody(
  body: HclBody,
  outer: Scope,
  site: Site,
  skip: ReadonlySet<string> = NONE,
): ObjectValue {
  const entries = new Map<string, Entry>();
  for (const attribute of body.attributes) {
    if (skip.has(attribute.name)) continue;
    const scope = scopeIn(attribute, outer);
    entries.set(attribute.name, {
      value: evaluate(attribute.expression, scope),
      site: siteOf(attribute, scope),
    });
  }
  const blocks = new Map<string, { items: Value[]; open: boolean; site: Site }>();
  const collected = (name: string, at: Site) => {
    const group = blocks.get(name) ?? { items: [], open: false, site: at };
    blocks.set(name, group);
    return group;
  };
  for (const block of body.blocks) {
    const scope = scopeIn(block, outer);
    const at = blockSite(block, scope);
    const dynamic = block.type === "dynamic" ? block.labels[0] : undefined;
    if (skip.has(dynamic ?? block.type)) continue;
    const group = collected(dynamic ?? block.type, at);
    if (dynamic === undefined) group.items.push(plainBlock(block, scope, at));
    else if (expandDynamic(block, dynamic, scope, at, group.items)) group.open = true;
  }
  for (const [name, { items, open, site: at }] of blocks) {
    entries.set(name, { value: list(items, at, open), site: at });
  }
  return object(entries, site);
}

const NONE: ReadonlySet<string> = new Set();

/** Labels of a nested block (`provisioner "local-exec"`) become its member `label`. */
function plainBlock(block: HclBlock, scope: Scope, site: Site): Value {
  const value = evaluateBody(block.body, scope, site);
  const [label] = block.labels;
  return label === undefined
    ? value
    : { ...value, entries: new Map([["label", { value: known(label, site), site }], ...value.entries]) };
}

/** Adds the blocks that it becomes; true when there may be others. */
function expandDynamic(block: HclBlock, name: string, scope: Scope, site: Site, into: Value[]): boolean {
  const forEach = block.body.attributes.find((attribute) => attribute.name === "for_each");
  const iterator = block.body.attributes.find((attribute) => attribute.name === "iterator")?.expression;
  const content = block.body.blocks.find((inner) => inner.type === "content");
  if (forEach === undefined || content === undefined) return true;
  const variable =
    iterator?.kind === "name"
      ? iterator.name
      : iterator?.kind === "literal" && typeof iterator.value === "string"
        ? iterator.value
        : name;
  const collection = evaluate(forEach.expression, scope);
  if (collection.kind === "absent") return false;
  const add = (key: Value, value: Value) => {
    const current = object(
      new Map([
        ["key", { value: key, site: null }],
        ["value", { value, site: null }],
      ]),
    );
    into.push(evaluateBody(content.body, withName(scope, variable, current), site));
  };
  const found = elements(collection);
  if (found === null || (found.open && found.items.length === 0)) {
    const unknownPart = (part: string) =>
      derived(`${name}[*].${part}@${scope.source.file}:${block.start}`, [collection], site);
    add(unknownPart("key"), unknownPart("value"));
    return true;
  }
  for (const item of found.items.slice(0, MAX_DYNAMIC)) add(item.key, item.value);
  return found.open || found.items.length > MAX_DYNAMIC;
}
