// `npm run bench`: ratios of whole runs to a bare js-yaml `loadAll` or tree-sitter parse of the same text, in fresh processes; cold start; growth; memory; stages.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeManifests } from "./bench/generate.ts";
import { writeModules, writeTerraform } from "./bench/generate-terraform.ts";
import { compare } from "./bench/measure.ts";
import { stages } from "./bench/stages.ts";
import { statementRates } from "./bench/statements.ts";

const ROUNDS = 5;
const SEED = 20_241_028;
const folder = mkdtempSync(join(tmpdir(), "oke-policy-bench-"));

try {
  const empty = join(folder, "empty");
  const small = join(folder, "1000");
  const large = join(folder, "10000");
  writeManifests(empty, 0, SEED);
  writeManifests(small, 1_000, SEED);
  writeManifests(large, 10_000, SEED);
  const nothing = join(folder, "nothing.mjs");
  writeFileSync(nothing, "0");
  const check = (path: string) => [
    "dist/cli.js",
    "check",
    path,
    "--root",
    path,
    "--nodes",
    "virtual",
    "--as-of",
    "seed",
    "--format",
    "json",
  ];

  const cold = compare({ "node -e 0": [nothing], check: check(empty) }, ROUNDS * 2);
  line(
    "cold start on an empty folder",
    ratio(cold.check.ms, cold["node -e 0"].ms),
    `${ms(cold.check.ms)}, bare node ${ms(cold["node -e 0"].ms)}`,
  );
  const whole = compare(
    { loadAll: ["scripts/bench/load-all.ts", large], large: check(large), small: check(small) },
    ROUNDS,
  );
  line(
    "10,000 documents",
    ratio(whole.large.ms, whole.loadAll.ms),
    `${ms(whole.large.ms)}, loadAll ${ms(whole.loadAll.ms)}`,
  );
  line(
    "memory at 10,000 documents",
    `${whole.large.mb.toFixed(0)} MB`,
    `loadAll ${whole.loadAll.mb.toFixed(0)} MB`,
  );
  line(
    "growth from 1,000 to 10,000 documents",
    ratio(whole.large.ms - cold.check.ms, whole.small.ms - cold.check.ms),
    "start-up taken off",
  );
  for (const [documents, path] of [
    [1_000, small],
    [10_000, large],
  ] as const) {
    const taken = await stages(path);
    line(
      `stages at ${documents.toLocaleString("en")} documents`,
      "",
      Object.entries(taken)
        .map(([stage, time]) => `${stage} ${ms(time)}`)
        .join(", "),
    );
  }
  const modules = join(folder, "modules");
  const single = join(folder, "single");
  writeModules(modules, 250, SEED);
  writeTerraform(single, 1_000, SEED);
  for (const [what, path] of [
    ["1,000 Terraform files, 250 root modules", modules],
    ["1,000 Terraform files, each a cluster", single],
  ] as const) {
    const hcl = compare({ parse: ["scripts/bench/parse-hcl.ts", path], check: check(path) }, ROUNDS);
    line(what, ratio(hcl.check.ms, hcl.parse.ms), `${ms(hcl.check.ms)}, bare parse ${ms(hcl.parse.ms)}`);
  }
  const { count, wordsMs, readMs, judgeMs } = await statementRates(100_000, ROUNDS);
  const perSecond = Math.round((count / (readMs + judgeMs)) * 1000);
  line(
    "100,000 statements read and judged",
    ratio(readMs + judgeMs, wordsMs),
    `${perSecond.toLocaleString("en")} per second; read ${ms(readMs)}, judged ${ms(judgeMs)}, words by regular expression ${ms(wordsMs)}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

function line(what: string, value: string, detail: string): void {
  console.log(`${what.padEnd(40)} ${value.padStart(8)}   ${detail}`);
}

function ratio(a: number, b: number): string {
  return `${(a / b).toFixed(2)} ×`;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}
