// Prints how many policy statements per second are split, parsed and turned into records, beside a regular expression that only
// splits words. Run as `node scripts/measure-iam.ts`; the numbers belong to the machine, their ratio to the code.
import { readFileSync } from "node:fs";
import { toClauses } from "../src/readers/iam/clauses.ts";
import { parseEntry } from "../src/readers/iam/read.ts";
import { splitEntries } from "../src/readers/iam/split.ts";
import { toView } from "../src/readers/iam/view.ts";

const COUNT = 100_000;
const ROUNDS = 5;

const source = readFileSync(new URL("../test/fixtures/iam/statements.txt", import.meta.url), "utf8");
const texts = splitEntries(source).map((entry) => entry.text);
const statements = Array.from({ length: COUNT }, (_, index) => texts[index % texts.length]!);
const file = statements.join("\n");
const at = (offset: number) => ({ line: 1, column: offset + 1 });

const jobs: { readonly [name: string]: () => number } = {
  "words by regular expression": () =>
    statements.reduce((sum, text) => sum + (text.match(/[\w.@$+-]+|'[^']*'|\S/g)?.length ?? 0), 0),
  split: () => splitEntries(file).length,
  parse: () => statements.reduce((sum, text) => sum + parseEntry(text).problems.length, 0),
  "parse, clauses": () =>
    statements.reduce((sum, text) => {
      const { entry } = parseEntry(text);
      return (
        sum + (entry === null || entry.kind === "define" ? 0 : (toClauses(entry.condition)?.length ?? 0))
      );
    }, 0),
  "split, parse, view": () =>
    splitEntries(file).reduce(
      (sum, { text }) => sum + toView(parseEntry(text), { file: "f", at }).subjects.length,
      0,
    ),
};

const best = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, job] of Object.entries(jobs)) {
    const start = performance.now();
    job();
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, performance.now() - start));
  }
}
const words = best.get("words by regular expression")!;
const bytes = (file.length / COUNT).toFixed(0);
console.log(`${COUNT.toLocaleString("en")} statements of ${bytes} characters, best of ${ROUNDS}`);
for (const [name, time] of best) {
  const rate = Math.round((COUNT / time) * 1000).toLocaleString("en");
  console.log(
    `${name.padEnd(30)} ${time.toFixed(0).padStart(6)} ms ${rate.padStart(12)} per second ${(time / words).toFixed(2).padStart(6)} × words`,
  );
}
