// The `configuration` part of a plan: what the expressions of its resources refer to, through variables and outputs of modules. Takes the
// plan, gives expressions and references by address. Evaluates nothing.
import type { Json } from "../../model/document.ts";
import { listOf, type Members, members } from "./plan-json.ts";

/** Modules inside one another, and references through them. */
const MAX_DEPTH = 50;

/** What a caller gives to a module, and what it gives back. */
type Call = { readonly given: Members; readonly outputs: Members };

/** By the module's address without instance keys and with a dot behind. */
export type Calls = ReadonlyMap<string, Call>;

/** The module that a resource stands in. */
export type Within = { readonly prefix: string; readonly calls: Calls };

const INSTANCE_KEY = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g;

/** Configuration is keyed by addresses without instance keys. */
export function bareAddress(address: string): string {
  return address.replace(INSTANCE_KEY, "");
}

/** The expressions of each resource by its bare address, and the calls of modules. */
export function planConfiguration(plan: Members): {
  readonly expressions: ReadonlyMap<string, Members>;
  readonly calls: Calls;
} {
  const expressions = new Map<string, Members>();
  const calls = new Map<string, Call>();
  collectExpressions(members(members(plan["configuration"])?.["root_module"]), "", expressions, calls, 0);
  return { expressions, calls };
}

function collectExpressions(
  module: Members | null,
  prefix: string,
  into: Map<string, Members>,
  calls: Map<string, Call>,
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

/**
 * The part of a list's one expression that stands for each element. Only when there is a reference for each of them, or for each that
 * is not known, can it be told which is which.
 */
export function eachOf(
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
  const bare = bareAddress(prefix);
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

/** What a value that is known after apply is, in the words of the configuration; null when it refers to nothing. */
export function referenced(expressions: Json | undefined, within: Within): string | null {
  return target(expressions, within)?.replace(/\.id$/, "") ?? null;
}

/** The same as a reference to a resource's id, to be spread. */
export function reference(expressions: Json | undefined, within: Within) {
  const found = target(expressions, within);
  if (found === null || !found.endsWith(".id")) return {};
  return { reference: { address: found.replace(/\.id$/, ""), path: ["id"] } };
}
