// Terraform's JSON syntax: gives a JSON object the form that blocks have. Takes and gives trees; places are kept.
// Nested blocks stay attributes, as only a provider's schema could tell them apart: whoever reads a block accepts an object or a list.
import type { HclAttribute, HclBlock, HclBody, HclExpression, HclItem, HclObject } from "../../model/hcl.ts";
import { own } from "../../model/own.ts";

/** Number of labels of the blocks that have any. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
  check: 1,
};

/** `variables`: a `*.tfvars.json` file, whose members are assignments. */
export function jsonBody(tree: HclBody | HclExpression, variables: boolean): HclBody {
  if ("blocks" in tree) return tree;
  if (tree.kind !== "object") return { attributes: [], blocks: [] };
  if (variables) return { attributes: attributesOf(tree), blocks: [] };
  const blocks: HclBlock[] = [];
  for (const item of tree.items) {
    const type = nameOf(item);
    if (type !== null && type !== "//") collect(type, [], own(LABELS, type) ?? 0, item, item.value, blocks);
  }
  return { attributes: [], blocks };
}

function collect(
  type: string,
  labels: readonly string[],
  depth: number,
  item: HclItem,
  value: HclExpression,
  into: HclBlock[],
): void {
  if (value.kind === "tuple") {
    for (const one of value.items)
      collect(type, labels, depth, { ...item, start: one.start, end: one.end }, one, into);
  } else if (value.kind === "object" && depth > 0) {
    for (const inner of value.items) {
      const label = nameOf(inner);
      if (label !== null && label !== "//")
        collect(type, [...labels, label], depth - 1, inner, inner.value, into);
    }
  } else if (value.kind === "object") {
    into.push({ type, labels, body: bodyOf(value), start: item.start, end: item.end });
  }
}

function bodyOf(value: HclObject): HclBody {
  const blocks: HclBlock[] = [];
  for (const item of value.items) {
    const name = nameOf(item);
    if (name === "dynamic") collect("dynamic", [], 1, item, item.value, blocks);
    else if (name === "content" || name === "lifecycle") collect(name, [], 0, item, item.value, blocks);
  }
  return { attributes: attributesOf(value), blocks };
}

function attributesOf(value: HclObject): readonly HclAttribute[] {
  const attributes: HclAttribute[] = [];
  for (const item of value.items) {
    const name = nameOf(item);
    if (name === null || name === "//" || name === "dynamic") continue;
    attributes.push({ name, expression: item.value, start: item.start, end: item.end });
  }
  return attributes;
}

function nameOf(item: HclItem): string | null {
  return item.key.kind === "literal" && typeof item.key.value === "string" ? item.key.value : null;
}
