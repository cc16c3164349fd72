import { describe, expect, it } from "vitest";
import { outputs } from "../../src/github/outputs.ts";
import { aFinding, aProblem, aReport } from "../builders.ts";

const conclusion = (changes: Parameters<typeof aReport>[0]) => outputs(aReport(changes), "r.json").conclusion;

describe("the outputs", () => {
  it("count what is open", () => {
    const findings = [
      aFinding(),
      aFinding({ severity: "warning" }),
      aFinding({ standing: "unchanged" }),
      aFinding({ standing: "suppressed" }),
    ];
    expect(outputs(aReport({ findings }), "/tmp/r.json")).toEqual({
      conclusion: "findings",
      errors: "1",
      warnings: "1",
      notices: "0",
      "new-findings": "2",
      "report-file": "/tmp/r.json",
    });
  });

  it("say clean only when nothing was found", () => {
    expect(conclusion({})).toBe("clean");
    expect(
      conclusion({ findings: [aFinding({ standing: "unchanged" }), aFinding({ standing: "baseline" })] }),
    ).toBe("clean");
    expect(conclusion({ findings: [aFinding({ severity: "notice" })] })).toBe("findings");
    expect(conclusion({ findings: [aFinding()], failOn: "never" })).toBe("findings");
  });

  it("say failed whatever else was found", () => {
    expect(conclusion({ problems: [aProblem({ severity: "error" })] })).toBe("failed");
    expect(conclusion({ findings: [aFinding()], problems: [aProblem({ severity: "error" })] })).toBe(
      "failed",
    );
  });
});
