// Everything that must hold before a change lands, beside the tests: types, lint, format, Rego, and that what is generated is what is
// committed. Says which step failed, and fails then.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { opa } from "./opa.ts";
import { root } from "./root.ts";

/** Percent of Rego lines that the rule tests must reach. */
const COVERAGE = 90;

const STEPS: Readonly<Record<string, () => void>> = {
  "types (tsc)": () => npx("tsc", "-p", "."),
  "lint (biome)": () => npx("biome", "lint", "--error-on-warnings", "."),
  "format (biome)": () => npx("biome", "format", "."),
  "format of Rego (opa fmt)": () => {
    const unformatted = opa(["fmt", "--list", "policies"]).trim();
    if (unformatted !== "") throw new Error(`not formatted:\n${unformatted}`);
  },
  "Rego against schema and capabilities (opa check)": () => {
    opa([
      "check",
      "--strict",
      "--schema",
      "policies/schema/inventory.json",
      "--ignore",
      "*_test.rego",
      "--ignore",
      "testing.rego",
      "--capabilities",
      "policies/capabilities.json",
      "policies",
    ]);
    opa(["check", "--strict", "policies"]);
  },
  "tests of the rules (opa test)": () => {
    console.log(opa(["test", "policies"]).trim().split("\n").at(-1));
  },
  "coverage of the rules (opa test --coverage)": () => {
    const report = JSON.parse(opa(["test", "--coverage", "policies"])) as { coverage: number };
    console.log(`${report.coverage.toFixed(1)} % of the lines`);
    if (report.coverage < COVERAGE) throw new Error(`under ${COVERAGE} %`);
  },
  "rebuild and compare": () => {
    run(process.execPath, ["scripts/build.ts"]);
    const changed = execFileSync("git", ["status", "--porcelain", "--", "dist", "docs", "policies/schema"], {
      cwd: root,
      encoding: "utf8",
    });
    if (changed !== "") throw new Error(`the build gives other files than those committed:\n${changed}`);
  },
};

function npx(tool: string, ...args: string[]): void {
  const { bin, name } = JSON.parse(
    readFileSync(join(root, "node_modules", packageOf(tool), "package.json"), "utf8"),
  ) as { bin: Record<string, string> | string; name: string };
  const script = typeof bin === "string" ? bin : bin[tool];
  if (script === undefined) throw new Error(`${name} has no ${tool}`);
  run(process.execPath, [join(root, "node_modules", packageOf(tool), script), ...args]);
}

function packageOf(tool: string): string {
  return { tsc: "typescript", biome: "@biomejs/biome" }[tool] ?? tool;
}

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
}

let failed = 0;
for (const [name, step] of Object.entries(STEPS)) {
  const started = performance.now();
  try {
    step();
    console.log(`ok    ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL  ${name}\n${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(`verify: ${Object.keys(STEPS).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
