// How many policy statements per second are read, understood and judged by the rules on statements, beside a regular expression that
// only splits words. In this process, on one core.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadBundle } from "../../src/engine/bundle.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import { buildInventory } from "../../src/inventory/build.ts";
import { statementSources } from "../../src/inventory/identity/from-documents.ts";
import { identity } from "../../src/inventory/identity/identity.ts";
import { Origins } from "../../src/inventory/origins.ts";
import { readStatements } from "../../src/readers/iam/documents.ts";
import { splitEntries } from "../../src/readers/iam/split.ts";
import { root } from "../root.ts";
import { median } from "./measure.ts";
import { plainContext } from "./plain-context.ts";

export type StatementRates = {
  readonly count: number;
  readonly wordsMs: number;
  readonly readMs: number;
  readonly judgeMs: number;
};

/** Medians of `rounds`. Every statement differs from all others, so that nothing that is remembered helps. */
export async function statementRates(count: number, rounds: number): Promise<StatementRates> {
  const fixtures = readFileSync(join(root, "test/fixtures/iam/statements.txt"), "utf8");
  const texts = splitEntries(fixtures).map(({ text }) => text.replace(/\s*\n\s*/g, " "));
  const statements = Array.from({ length: count }, (_, index) =>
    distinct(texts[index % texts.length]!, index),
  );
  const text = statements.join("\n");
  const { book, wasm } = await loadBundle(join(root, "dist"));
  const module = await wasm();
  const enabled = book.rules.filter(({ domain }) => domain === "statement").map((rule) => ({ rule }));
  const empty = buildInventory([], plainContext("auto", "latest")).inventory;
  const times = { words: [] as number[], read: [] as number[], judge: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    let words = 0;
    for (const statement of statements) words += statement.match(/[\w.@$+-]+|'[^']*'|\S/g)?.length ?? 0;
    const split = performance.now();
    const sources = statementSources([readStatements({ file: "a.policy", text })], { readText: () => text });
    const found = identity(sources, { origins: new Origins(), compartments: [] });
    const read = performance.now();
    const { failures } = await evaluate(module, { ...empty, ...found }, enabled, book);
    const end = performance.now();
    if (failures.length > 0 || words === 0) throw new Error(failures[0]?.message ?? "no words");
    // The first round warms up.
    if (round === 0) continue;
    times.words.push(split - start);
    times.read.push(read - split);
    times.judge.push(end - read);
  }
  return { count, wordsMs: median(times.words), readMs: median(times.read), judgeMs: median(times.judge) };
}

/** A name or an OCID of its own in each statement. */
function distinct(text: string, index: number): string {
  return text.replace(/(?<=\b(?:group|compartment|service) (?:id )?)([\w.-]+)/i, `$1${index}`);
}
