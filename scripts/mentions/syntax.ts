// The syntax trees of Rego modules, as OPA writes them. Takes the texts of modules, gives their trees; only what is asked of them has a type.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { opa } from "../opa.ts";

export type Term = { readonly type: string; readonly value: unknown };

export type Body = readonly {
  readonly negated?: boolean;
  readonly with?: unknown;
  readonly terms: Term | readonly Term[] | { readonly symbols: readonly Term[] } | { readonly domain: Term };
}[];

export type Definition = {
  readonly body: Body;
  readonly else?: unknown;
  readonly default?: boolean;
  readonly head: {
    /** The name of the rule and, where it has keys, those. */
    readonly ref: readonly Term[];
    readonly key?: Term;
    readonly value?: Term;
    readonly args?: readonly Term[];
  };
};

export type Module = {
  readonly package: { readonly path: readonly Term[] };
  readonly imports?: readonly { readonly path: Term; readonly alias?: string }[];
  readonly rules: readonly Definition[];
};

export type Comprehension = { readonly term?: Term; readonly body: Body };

/** All of them at once: starting OPA takes longer than reading. */
export function parseModules(texts: readonly string[]): readonly Module[] {
  const folder = mkdtempSync(join(tmpdir(), "oke-policy-"));
  try {
    const input = join(folder, "input.json");
    writeFileSync(input, JSON.stringify({ texts }));
    const query = '[module | some text in input.texts; module := rego.parse_module("", text)]';
    const { result } = JSON.parse(opa(["eval", "--format", "json", "--input", input, query]));
    return result[0].expressions[0].value;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `rules.workload.host-path-volume`: a path without its head. */
export function pathName(path: readonly Term[]): string {
  return path
    .slice(1)
    .map(({ value }) => value)
    .join(".");
}

/** `equal`, `internal.member_2`: the whole path of an operator. */
export function operatorName(path: readonly Term[]): string {
  return path.map(({ value }) => value).join(".");
}

export function isCall(terms: Body[number]["terms"]): terms is readonly Term[] {
  return Array.isArray(terms);
}

export function comprehensionOf(term: Term | undefined): Comprehension | undefined {
  return term?.type.endsWith("comprehension") ? (term.value as Comprehension) : undefined;
}

/** Every variable of a pattern: `x`, `[first, second]`. */
export function variablesIn({ type, value }: Term): readonly string[] {
  if (type === "var") return [value as string];
  return type === "array" ? (value as Term[]).flatMap(variablesIn) : [];
}

/** The texts of a list of literals; undefined unless all of them are texts. */
export function textsOf(terms: readonly Term[]): readonly string[] | undefined {
  if (terms.length === 0 || !terms.every(({ type }) => type === "string")) return undefined;
  return terms.map(({ value }) => value as string);
}
