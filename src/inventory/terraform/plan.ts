// Reads a plan (`terraform show -json`) into the same resources as configuration. Takes a JSON document, gives resources.
// References that the plan cannot know yet are found in its `configuration` part.
import type { DataDocument, Json } from "../../model/document.ts";
import type { Path } from "../../model/place.ts";
import { dataValue } from "./data-value.ts";
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
  const expressions = new Map<string, Members>();
  const calls = new Map<string, { readonly given: Members; readonly outputs: Members }>();
  collectExpressions(members(members(plan["configuration"])?.["root_module"]), "", expressions, calls, 0);
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

/** What callers give to a module, and what it gives back, by its address without instance keys and with a dot behind. */
type Calls = ReadonlyMap<string, { readonly given: Members; readonly outputs: Members }>;

const INSTANCE_KEY = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g;

type Reader = {
  readonly calls: Calls;
  readonly document: DataDocument;
  readonly expressions: ReadonlyMap<string, Members>;
  readonly after: ReadonlyMap<string, Json>;
  readonly resources: Resource[];
  readonly provider: (bare: string) => Provider | undefined;
};

/** Configuration is keyed by addresses without instance keys. */
function collectExpressions(
  module: Members | null,
  prefix: string,
  into: Map<string, Members>,
  calls: Map<string, { readonly given: Members; readonly outputs: Members }>,
  depth: number,
): void {
  if (module === null || depth > MAX_DEPTH) return;
  for (const resource of listOf(module["resources"])) {
    const one = members(resource);
    const found = members(one?.["expressions"]);
    if (typeof one?.["address"] === "string" && found !== null) into.set(prefix + one["address"], found);
  }
  for (const [name, call] of Object.entries(members(module["module_calls"]) ?? {})) {
    const inner = members(members(call)?.["module"]);
    const given = members(members(call)?.["expressions"]) ?? {};
    calls.set(`${prefix}module.${name}.`, { given, outputs: members(inner?.["outputs"]) ?? {} });
    collectExpressions(inner, `${prefix}module.${name}.`, into, calls, depth + 1);
  }
}

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
  const bare = address.replace(INSTANCE_KEY, "");
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

/** The module that a resource stands in. */
type Within = { readonly prefix: string; readonly calls: Calls };

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

/**
 * The part of a list's one expression that stands for each element. Only when there is a reference for each of them, or for each that
 * is not known, can it be told which is which.
 */
function eachOf(
  expressions: Json | undefined,
  marks: readonly Json[],
  length: number,
): (i: number) => Json | undefined {
  const all = listOf(members(expressions)?.["references"]).filter((one) => typeof one === "string");
  // Each reference is followed by those to what it is a part of.
  const whole = all.filter((one) => !all.some((other) => other !== one && isPartOf(other, one)));
  const open = marks.flatMap((mark, i) => (mark === true ? [i] : []));
  return (i) => {
    const position = whole.length === length ? i : whole.length === open.length ? open.indexOf(i) : -1;
    return position === -1 ? undefined : { references: [whole[position]!] };
  };
}

function isPartOf(one: string, other: string): boolean {
  return one.startsWith(`${other}.`) || one.startsWith(`${other}[`);
}

/** The reference that an expression leads to: the first one is the longest. Null when it refers to nothing. */
function target(expressions: Json | undefined, { prefix, calls }: Within): string | null {
  const [first] = listOf(members(expressions)?.["references"]);
  return typeof first === "string" ? follow(first, prefix, calls, 0) : null;
}

/** Follows a module's variables to its caller and outputs into the called module. */
function follow(name: string, prefix: string, calls: Calls, depth: number): string {
  const [kind, first, second] = name.split(".");
  const bare = prefix.replace(INSTANCE_KEY, "");
  const next = (expressions: Json | undefined, inside: string): string | null => {
    const [reference] = listOf(members(expressions)?.["references"]);
    return typeof reference === "string" && depth < MAX_DEPTH
      ? follow(reference, inside, calls, depth + 1)
      : null;
  };
  let found: string | null = null;
  if (kind === "var" && first !== undefined && prefix !== "") {
    const outer = prefix.replace(/module\.[^.[]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\.$/, "");
    found = next(calls.get(bare)?.given[first], outer);
  } else if (kind === "module" && first !== undefined && second !== undefined) {
    const call = first.replace(/\[.*$/, "");
    const output = members(calls.get(`${bare}module.${call}.`)?.outputs[second]);
    found = next(output?.["expression"], `${prefix}module.${first}.`);
  }
  return found ?? prefix + name;
}

function referenced(expressions: Json | undefined, within: Within): string | null {
  return target(expressions, within)?.replace(/\.id$/, "") ?? null;
}

function reference(expressions: Json | undefined, within: Within) {
  const found = target(expressions, within);
  if (found === null || !found.endsWith(".id")) return {};
  return { reference: { address: found.replace(/\.id$/, ""), path: ["id"] } };
}
