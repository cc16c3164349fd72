// Loads what the build made of the rules: the WASM module and the rule book. Takes the folder they lie in.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RuleBook } from "../model/rule.ts";

export type Bundle = {
  readonly book: RuleBook;
  /** Compiled when first asked for: a run that finds nothing to evaluate does not pay for it. */
  readonly module: () => Promise<WebAssembly.Module>;
};

export async function loadBundle(folder: string): Promise<Bundle> {
  const book = await loadRuleBook(folder);
  let module: Promise<WebAssembly.Module> | undefined;
  return {
    book,
    module: () => {
      module ??= readFile(join(folder, "policies.wasm")).then((bytes) => new WebAssembly.Module(bytes));
      return module;
    },
  };
}

export async function loadRuleBook(folder: string): Promise<RuleBook> {
  return JSON.parse(await readFile(join(folder, "rules.json"), "utf8")) as RuleBook;
}
