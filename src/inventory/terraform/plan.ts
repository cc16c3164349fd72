// Reads a plan (`terraform show -json`) into the same resources as configuration. Takes a JSON document, gives resources. What a value
// that the plan cannot know yet refers to, `plan-configuration.ts` tells.
import type { DataDocument, Json } from "../../model/document.ts";
import type { Path } from "../../model/place.ts";
import { dataValue } from "./data-value.ts";
import {
  bareAddress,
  type Calls,
  eachOf,
  planConfiguration,
  reference,
  referenced,
  type Within,
} from "./plan-configuration.ts";
import { listOf, type Members, members } from "./plan-json.ts";
import { planProviders } from "./plan-provider.ts";
import type { Provider } from "./provider.ts";
import type { Resource } from "./resource.ts";
import { placeAt } from "./site.ts";
import { type Entry, list, type ObjectValue, object, unknown, type Value } from "./value.ts";

/** Modules and values inside one another. */
const MAX_DEPTH = 50;

export function isPlan(value: Json): boolean {
  const plan = members(value);
  return (
    plan !== null && typeof plan["format_version"] === "string" && members(plan["planned_values"]) !== null
  );
}

export function readPlan(document: DataDocument): readonly Resource[] {
  const plan = members(document.value);
  if (plan === null) return [];
  const { expressions, calls } = planConfiguration(plan);
  const after = new Map<string, Json>();
  for (const change of listOf(plan["resource_changes"])) {
    const one = members(change);
    const unknownPart = members(one?.["change"])?.["after_unknown"];
    if (typeof one?.["address"] === "string" && unknownPart !== undefined)
      after.set(one["address"], unknownPart);
  }
  const resources: Resource[] = [];
  const reader = { document, calls, expressions, after, resources, provider: planProviders(document) };
  collectModule(
    reader,
    members(plan["planned_values"])?.["root_module"],
    ["planned_values", "root_module"],
    0,
  );
  const prior = members(members(plan["prior_state"])?.["values"])?.["root_module"];
  collectModule(reader, prior, ["prior_state", "values", "root_module"], 0, true);
  return resources;
}

type Reader = {
  readonly calls: Calls;
  readonly document: DataDocument;
  readonly expressions: ReadonlyMap<string, Members>;
  readonly after: ReadonlyMap<string, Json>;
  readonly resources: Resource[];
  readonly provider: (bare: string) => Provider | undefined;
};

function collectModule(
  reader: Reader,
  json: Json | undefined,
  path: Path,
  depth: number,
  dataOnly = false,
): void {
  const module = members(json);
  if (module === null || depth > MAX_DEPTH) return;
  const moduleAddress = typeof module["address"] === "string" ? module["address"] : "";
  for (const [i, resource] of listOf(module["resources"]).entries()) {
    const one = members(resource);
    if (one === null || (dataOnly && one["mode"] !== "data")) continue;
    addResource(reader, one, moduleAddress, [...path, "resources", i]);
  }
  for (const [i, child] of listOf(module["child_modules"]).entries()) {
    collectModule(reader, child, [...path, "child_modules", i], depth + 1, dataOnly);
  }
}

function addResource(
  { document, calls, expressions, after, resources, provider }: Reader,
  one: Members,
  moduleAddress: string,
  path: Path,
): void {
  const { address, type, name } = one;
  if (typeof address !== "string" || typeof type !== "string" || typeof name !== "string") return;
  const key = one["index"];
  const place = placeAt({ document, path });
  const values = dataValue(document, one["values"] ?? {}, [...path, "values"]);
  const bare = bareAddress(address);
  const configured = provider(bare);
  const body = withUnknown(
    values,
    after.get(address) ?? missingMarks(members(one["values"]), expressions.get(bare)),
    expressions.get(bare),
    { prefix: moduleAddress === "" ? "" : `${moduleAddress}.`, calls },
    address,
    0,
  );
  resources.push({
    address,
    mode: one["mode"] === "data" ? "data" : "managed",
    type,
    name,
    moduleAddress,
    root: document.file,
    variant: "",
    existence: "known",
    instanceKey: typeof key === "string" || typeof key === "number" ? key : null,
    body: body.kind === "object" ? body : (object(new Map(), values.site) as ObjectValue),
    place,
    block: place,
    ...(configured && { provider: configured }),
  });
}

/** Without `resource_changes`: what refers to something and has no value is known after apply. */
function missingMarks(values: Members | null, expressions: Members | undefined): Json {
  const names = Object.entries(expressions ?? {}).flatMap(([name, expression]) =>
    (values?.[name] ?? null) === null && listOf(members(expression)?.["references"]).length > 0 ? [name] : [],
  );
  return Object.fromEntries(names.map((name) => [name, true]));
}

/** Puts unknown values where the plan says that a value is known only after apply. */
function withUnknown(
  value: Value,
  marks: Json | undefined,
  expressions: Json | undefined,
  within: Within,
  ref: string,
  depth: number,
): Value {
  if (marks === true)
    return unknown(
      "known after apply",
      referenced(expressions, within) ?? ref,
      value.site,
      reference(expressions, within),
    );
  if (depth > MAX_DEPTH) return value;
  if (Array.isArray(marks)) {
    const items = value.kind === "list" ? value.items : [];
    const length = Math.max(items.length, marks.length);
    const inner = Array.isArray(expressions)
      ? (i: number) => expressions[i]
      : eachOf(expressions, marks, length);
    const merged = Array.from({ length }, (_, i) =>
      withUnknown(
        items[i] ?? object(new Map(), value.site),
        marks[i],
        inner(i),
        within,
        `${ref}[${i}]`,
        depth + 1,
      ),
    );
    return list(merged, value.site);
  }
  const marked = members(marks);
  if (marked === null) return value;
  const entries = new Map<string, Entry>(value.kind === "object" ? value.entries : []);
  for (const [name, mark] of Object.entries(marked)) {
    const before = entries.get(name);
    const inner = members(expressions)?.[name];
    // What nobody wrote is computed: it stays away, as in configuration.
    if (mark === true && inner === undefined && before === undefined) continue;
    const old = before?.value ?? { kind: "absent", site: value.site };
    entries.set(name, {
      value: withUnknown(old, mark, inner, within, `${ref}.${name}`, depth + 1),
      site: before?.site ?? value.site,
    });
  }
  return object(entries, value.site);
}
