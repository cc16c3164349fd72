import { describe, expect, it } from "vitest";
import { mergeReports } from "../../src/findings/merge.ts";
import { json } from "../../src/reporters/json.ts";
import { readJsonReport } from "../../src/reporters/read-json.ts";
import { aFinding, aProblem, aReport, at } from "../builders.ts";

const readiness = (workloads: number, ready: number, rule: string) => ({
  workloads,
  ready,
  oneChange: 1,
  blockers: [{ rule, workloads: 1 }],
});

describe("merging reports", () => {
  const web = aReport({
    findings: [aFinding({ related: [{ place: at("pool.tf", 3), note: "its pool" }] })],
    notes: ["A note."],
    summary: { readiness: readiness(2, 1, "host-path-volume") },
  });
  const api = aReport({
    findings: [aFinding({ place: at("a.yaml", 1) })],
    problems: [aProblem()],
    tool: { ...web.tool, nodes: "managed" },
    summary: { readiness: readiness(5, 4, "host-path-volume"), files: 3 },
  });
  const merged = mergeReports([
    { name: "web", report: web },
    { name: "api", report: api },
  ]);

  it("puts the name of the report before every file and keeps one order", () => {
    expect(merged.findings.map(({ place }) => place.file)).toEqual(["api/a.yaml", "web/k8s/web.yaml"]);
    expect(merged.findings[1]?.related[0]?.place.file).toBe("web/pool.tf");
    expect(merged.problems[0]?.place.file).toBe("api/k8s/a.yaml");
    expect(merged.notes).toEqual(["web: A note."]);
  });

  it("adds the counts up", () => {
    expect(merged.summary).toMatchObject({ files: 15, documents: 60, errors: 2, problems: 1 });
    expect(merged.summary.readiness).toEqual({
      workloads: 7,
      ready: 5,
      oneChange: 2,
      blockers: [{ rule: "host-path-volume", workloads: 2 }],
    });
  });

  it("says where the reports differ", () => {
    expect(merged.tool).toMatchObject({
      version: "0.1.0",
      asOf: "latest",
      nodes: "mixed",
      nodesReason: "2 reports merged",
    });
  });

  it("takes the worst exit code", () => {
    const exit = (...codes: readonly (0 | 1 | 2)[]) =>
      mergeReports(codes.map((exitCode, index) => ({ name: String(index), report: aReport({ exitCode }) })))
        .exitCode;
    expect([exit(0, 0), exit(0, 1), exit(2, 1), exit(1, 2, 0)]).toEqual([0, 1, 2, 2]);
  });

  it("gives a report of version 1 that can be merged again", () => {
    expect(json(readJsonReport(json(merged)))).toBe(json(merged));
  });
});

describe("reading a JSON report", () => {
  it.each([
    ["{", /^not JSON/],
    ["[]", /"the report" is \[\], not an object/],
    ['{"version":2}', /"version" is 2, not 1/],
    [
      json(aReport()).replace('"problems": []', '"problems": [{}]'),
      /"problems\[0\]\.code" is missing, not text/,
    ],
    [json(aReport()).replace('"findings": []', '"findings": {}'), /"findings" is \{\}, not a list/],
    [
      json(aReport({ findings: [aFinding()] })).replace('"line": 21', '"line": -1'),
      /"findings\[0\]\.line" is -1, not a count/,
    ],
  ])("says what is wrong with %s", (text, message) => {
    expect(() => readJsonReport(text)).toThrow(message);
  });

  it("works out the exit code of a report that does not carry it", () => {
    const without = (report: ReturnType<typeof aReport>) =>
      JSON.stringify({ ...JSON.parse(json(report)), exitCode: undefined });
    expect(readJsonReport(without(aReport({ findings: [aFinding()] }))).exitCode).toBe(1);
    expect(readJsonReport(without(aReport({ problems: [aProblem({ severity: "error" })] }))).exitCode).toBe(
      2,
    );
    expect(readJsonReport(without(aReport())).exitCode).toBe(0);
  });
});
