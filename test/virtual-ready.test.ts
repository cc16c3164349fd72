// The built program on manifests that virtual nodes take as they are: not a finding, not a problem, not a word too many.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "./tools.ts";

const fixtures = join(projectRoot, "test/fixtures/virtual-ready");
const files = readdirSync(fixtures).toSorted();

type Report = {
  readonly findings: readonly { readonly rule: string; readonly line: number }[];
  readonly problems: readonly { readonly code: string }[];
  readonly summary: {
    readonly documents: number;
    readonly readiness: { readonly workloads: number; readonly ready: number; readonly oneChange: number };
  };
};

/** Throws unless the program ends with 0. */
function report(path: string): Report {
  const options = [
    "--nodes",
    "virtual",
    "--as-of",
    "seed",
    "--fail-on",
    "never",
    "--format",
    "json",
    "--root",
    fixtures,
  ];
  return JSON.parse(
    execFileSync(process.execPath, [join(projectRoot, "dist/cli.js"), "check", path, ...options], {
      encoding: "utf8",
      stdio: "pipe",
    }),
  );
}

describe("a manifest that is ready for virtual nodes", () => {
  it.each(files)("%s produces nothing at all", (file) => {
    const { findings, problems, summary } = report(join(fixtures, file));
    expect(findings.map(({ rule, line }) => `${line} ${rule}`)).toEqual([]);
    expect(problems).toEqual([]);
    expect(summary.readiness.workloads).toBeGreaterThan(0);
    expect(summary.readiness.ready).toBe(summary.readiness.workloads);
  });

  it.each(files)("%s is looked at: an unsupported field in it is found", (file) => {
    const folder = mkdtempSync(join(tmpdir(), "oke-policy-"));
    try {
      const spoilt = join(folder, file);
      writeFileSync(
        spoilt,
        readFileSync(join(fixtures, file), "utf8").replace(/^( +)containers:$/m, "$1hostIPC: true\n$&"),
      );
      expect(report(spoilt).findings.map(({ rule }) => rule)).toEqual(["host-namespace"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("counts once, however many patches it has, with what they break", () => {
    const folder = mkdtempSync(join(tmpdir(), "oke-policy-"));
    const patch = (field: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { ${field}: true }\n`;
    try {
      writeFileSync(join(folder, "kustomization.yaml"), "patches: [{ path: a.yaml }, { path: b.yaml }]\n");
      writeFileSync(join(folder, "a.yaml"), patch("hostPID"));
      writeFileSync(join(folder, "b.yaml"), patch("tty"));
      writeFileSync(join(folder, "web.yaml"), `${patch("enableServiceLinks")}`);
      expect(report(folder).summary.readiness).toMatchObject({ workloads: 1, ready: 0, oneChange: 1 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
