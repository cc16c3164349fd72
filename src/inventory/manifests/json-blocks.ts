// Blocks of the kubernetes provider in Terraform's JSON syntax, where a single one may be a plain object. Takes a body, gives it as
// native syntax would: blocks as lists, maps as objects. Only the names tell them apart.
import { list, type ObjectValue, type Value } from "../terraform/value.ts";

/** Attributes that hold whatever keys their author likes. */
const MAPS = new Set([
  "annotations",
  "binary_data",
  "binary_data_wo",
  "capacity",
  "data",
  "data_wo",
  "default",
  "default_request",
  "hard",
  "labels",
  "limits",
  "match_labels",
  "max",
  "max_limit_request_ratio",
  "min",
  "node_selector",
  "options",
  "parameters",
  "requests",
  "string_data",
  "template_annotations",
  "volume_attributes",
]);

/** Blocks inside one another. */
const MAX_DEPTH = 40;

export function withBlocks(body: ObjectValue, depth = 0): ObjectValue {
  if (depth > MAX_DEPTH) return body;
  const entries = [...body.entries].map(
    ([name, entry]) => [name, { ...entry, value: asBlocks(entry.value, name, depth) }] as const,
  );
  return { ...body, entries: new Map(entries) };
}

function asBlocks(value: Value, name: string, depth: number): Value {
  if (value.kind === "list") return { ...value, items: value.items.map((one) => inner(one, depth)) };
  if (value.kind !== "object" || isMap(value, name)) return value;
  return list([inner(value, depth)], value.site);
}

function inner(value: Value, depth: number): Value {
  return value.kind === "object" ? withBlocks(value, depth + 1) : value;
}

/** A Service selects by a map, everything else by a block. */
function isMap({ entries }: ObjectValue, name: string): boolean {
  if (name !== "selector") return MAPS.has(name);
  return ![...entries.keys()].some((key) => key === "match_labels" || key === "match_expressions");
}
