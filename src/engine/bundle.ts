// Loads what the build made of the rules: the WASM module and the rule book. Takes the folder they lie in.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ExampleBook, RuleBook } from "../model/rule.ts";

export type Bundle = {
  readonly book: RuleBook;
  /** Read when first asked for: a run that finds nothing to evaluate does not pay for it. */
  readonly wasm: () => Promise<Uint8Array>;
  /** So are these: they are two thirds of what there is to say of the rules. */
  readonly examples: () => Promise<ExampleBook>;
};

export async function loadBundle(folder: string): Promise<Bundle> {
  return {
    book: await loadRuleBook(folder),
    wasm: () => readFile(join(folder, "policies.wasm")),
    examples: () => loadExamples(folder),
  };
}

export async function loadRuleBook(folder: string): Promise<RuleBook> {
  return JSON.parse(await readFile(join(folder, "rules.json"), "utf8")) as RuleBook;
}

export async function loadExamples(folder: string): Promise<ExampleBook> {
  return JSON.parse(await readFile(join(folder, "examples.json"), "utf8")) as ExampleBook;
}
