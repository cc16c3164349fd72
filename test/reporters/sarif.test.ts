import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Log } from "sarif";
import { afterAll, describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { sarif, sarifFiles } from "../../src/reporters/sarif.ts";
import { aFinding, aProblem, aReport, at } from "../builders.ts";

const links = { server: "https://github.com", repository: "o/r", sha: "0".repeat(40) };
const folder = mkdtempSync(join(tmpdir(), "sarif-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parse = (text: string) => JSON.parse(text) as Log;
const firstResult = (report: Report) => parse(sarif(report)).runs[0]?.results?.[0];

/** Messages of the multitool's schema, SARIF and GitHub rules that are errors. It exits with 0 either way. */
function faults(text: string): readonly string[] {
  const require = createRequire(import.meta.url);
  const tool = join(
    dirname(require.resolve("@microsoft/sarif-multitool-linux/package.json")),
    "Sarif.Multitool",
  );
  const [file, output] = [join(folder, "in.sarif"), join(folder, "out.sarif")];
  writeFileSync(file, text);
  execFileSync(
    tool,
    ["validate", file, "--rule-kind", "Sarif;Ghas", "--output", output, "--log", "ForceOverwrite"],
    { stdio: "pipe" },
  );
  const results = parse(readFileSync(output, "utf8")).runs.flatMap((run) => run.results ?? []);
  return results
    .filter(({ level }) => level === "error")
    .map(({ ruleId, message }) => `${ruleId} ${JSON.stringify(message)}`);
}

describe("the SARIF report", () => {
  it("is valid for the SARIF multitool, with every kind of content and with none", () => {
    const report = aReport({
      findings: [
        aFinding({ related: [{ place: at("infra/my pool.tf", 3), note: "its pool" }] }),
        aFinding({ place: at("a b/ü#?%.yaml", 2, 3, 3, 8), severity: "warning", rule: "init-container" }),
        aFinding({
          place: { file: "whole.yaml" },
          severity: "notice",
          message: "see [this](that)",
          subject: "",
        }),
      ],
      problems: [aProblem({ severity: "error" })],
      notes: ["A note."],
    });
    expect(faults(sarif(report, { links }))).toEqual([]);
    expect(faults(sarif(aReport()))).toEqual([]);
  });

  it("would be told of a fault by the multitool", () => {
    expect(
      faults(sarif(aReport({ findings: [aFinding()] })).replace('"startLine": 21', '"startLine": 0')),
    ).not.toEqual([]);
  });

  it("carries level, place, fingerprint and rule of a finding", () => {
    expect(firstResult(aReport({ findings: [aFinding({ severity: "notice" })] }))).toMatchObject({
      ruleId: "host-path-volume",
      ruleIndex: 0,
      level: "note",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "k8s/web.yaml", uriBaseId: "SRCROOT" },
            region: { startLine: 21, startColumn: 11, endColumn: 19 },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: "0123456789abcdef" },
    });
  });

  it("points at the first line alone, because code scanning wants all lines of a region in the change", () => {
    const region = firstResult(aReport({ findings: [aFinding({ place: at("a.yaml", 2, 3, 9, 40) })] }))
      ?.locations?.[0]?.physicalLocation;
    expect(region).toMatchObject({
      region: { startLine: 2, startColumn: 3 },
      contextRegion: { startLine: 2, endLine: 40 },
    });
    expect(region?.region?.endLine).toBeUndefined();
  });

  it("leaves out what was accepted, which GitHub would open as alerts", () => {
    const findings = [
      aFinding({ standing: "suppressed" }),
      aFinding({ standing: "baseline" }),
      aFinding({ standing: "unchanged" }),
    ];
    expect(parse(sarif(aReport({ findings }))).runs[0]?.results).toHaveLength(1);
  });

  it("says in the invocation that a run failed, and why", () => {
    const [invocation] =
      parse(sarif(aReport({ problems: [aProblem({ severity: "error" })] }))).runs[0]?.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications?.[0]).toMatchObject({
      level: "error",
      descriptor: { id: "yaml/duplicate-key" },
    });
  });

  it("keeps the runs and results of a file under the limits, each run with a category of its own", () => {
    const findings = Array.from({ length: 1_120 }, (_, index) =>
      aFinding({ place: at("a.yaml", index + 1), fingerprint: String(index) }),
    );
    const limits = { resultsPerRun: 50, runsPerFile: 20, gzipBytes: 1_000_000 };
    const files = sarifFiles(aReport({ findings }), {}, limits).map(parse);
    expect(files.map(({ runs }) => runs.length)).toEqual([20, 3]);
    const runs = files.flatMap((file) => file.runs);
    expect(Math.max(...runs.map(({ results }) => results?.length ?? 0))).toBe(50);
    expect(runs.reduce((sum, { results }) => sum + (results?.length ?? 0), 0)).toBe(1_120);
    expect(new Set(runs.map(({ automationDetails }) => automationDetails?.id ?? "")).size).toBe(runs.length);
  });

  it("keeps the compressed bytes of a file under the limit", () => {
    const findings = Array.from({ length: 1_000 }, (_, index) =>
      aFinding({ message: `Message ${Math.sin(index)}` }),
    );
    const limits = { resultsPerRun: 50, runsPerFile: 20, gzipBytes: 8_000 };
    const files = sarifFiles(aReport({ findings }), {}, limits);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(gzipSync(file, { level: 1 }).length).toBeLessThanOrEqual(8_000);
    expect(files.flatMap((file) => parse(file).runs)).toHaveLength(20);
  });

  it("leaves the category to the upload step while there is one run", () => {
    expect(parse(sarif(aReport({ findings: [aFinding()] }))).runs[0]?.automationDetails).toBeUndefined();
  });
});
