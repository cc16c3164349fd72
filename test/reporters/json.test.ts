import { describe, expect, it } from "vitest";
import { json } from "../../src/reporters/json.ts";
import { aFinding, aProblem, aReport, at } from "../builders.ts";

describe("the JSON report", () => {
  const report = aReport({
    findings: [
      aFinding({
        facts: { volume: "data", path: "/x" },
        related: [{ place: at("infra/pool.tf", 3), note: "its pool" }],
      }),
    ],
    problems: [aProblem(), aProblem({ place: { file: "b.yaml" } })],
    summary: {
      readiness: {
        workloads: 1,
        ready: 0,
        oneChange: 1,
        blockers: [{ rule: "host-path-volume", workloads: 1 }],
      },
    },
  });
  const parsed = JSON.parse(json(report));

  it("has the keys of version 1 in their order", () => {
    expect(Object.keys(parsed).slice(0, 5)).toEqual(["version", "tool", "findings", "problems", "summary"]);
    expect(parsed.version).toBe(1);
    expect(Object.keys(parsed.tool)).toEqual(["name", "version", "asOf", "nodes", "nodesReason"]);
    expect(Object.keys(parsed.findings[0])).toEqual(
      "rule requirements severity message file line column endLine endColumn subject path facts related remediation fingerprint standing".split(
        " ",
      ),
    );
    expect(Object.keys(parsed.problems[0]).slice(0, 6)).toEqual([
      "code",
      "severity",
      "message",
      "file",
      "line",
      "column",
    ]);
    expect(Object.keys(parsed.summary)).toEqual(
      "files documents errors warnings notices suppressed problems unknown durationMs filesUnread filesIrrelevant readiness".split(
        " ",
      ),
    );
  });

  it("gives places as numbers from one", () => {
    expect(parsed.findings[0]).toMatchObject({
      file: "k8s/web.yaml",
      line: 21,
      column: 11,
      endLine: 21,
      endColumn: 19,
    });
    expect(parsed.findings[0].related).toEqual([{ file: "infra/pool.tf", line: 3, note: "its pool" }]);
    expect(parsed.problems[1]).toMatchObject({ file: "b.yaml", line: 1, column: 1 });
  });

  it("orders facts by name, whatever order the engine gave", () => {
    expect(Object.keys(parsed.findings[0].facts)).toEqual(["path", "volume"]);
  });

  it("keeps findings that do not count, with their reason", () => {
    const suppressed = aReport({
      findings: [aFinding({ standing: "suppressed", standingReason: "sandbox" })],
    });
    expect(JSON.parse(json(suppressed)).findings[0]).toMatchObject({
      standing: "suppressed",
      standingReason: "sandbox",
    });
  });
});
