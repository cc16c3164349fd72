import { describe, expect, it } from "vitest";
import { markdown } from "../../src/reporters/markdown.ts";
import { aFinding, aProblem, aReport, at } from "../builders.ts";

const links = { server: "https://ghe.example", repository: "o/r", sha: "abc123" };

describe("the Markdown report", () => {
  it("links a finding to its lines at the commit", () => {
    const place = at("k8s/my file (1).yaml", 3, 1, 9, 5);
    expect(markdown(aReport({ findings: [aFinding({ place })] }), { links })).toContain(
      "[`k8s/my file (1).yaml:3:1`](https://ghe.example/o/r/blob/abc123/k8s/my%20file%20%281%29.yaml#L3-L5)",
    );
  });

  it("links to the source of Markdown files, not to their rendering", () => {
    expect(markdown(aReport({ findings: [aFinding({ place: at("docs/iam.md", 3) })] }), { links })).toContain(
      "docs/iam.md?plain=1#L3)",
    );
  });

  it("names places without links where no commit is known", () => {
    expect(markdown(aReport({ findings: [aFinding()] }))).toContain("| `k8s/web.yaml:21:11` |");
  });

  it("starts with the verdict", () => {
    expect(markdown(aReport())).toMatch(/^## ✅ oke-policy: Clean: no findings in 30 documents\.\n/);
    expect(markdown(aReport({ findings: [aFinding()], failOn: "never" }))).toMatch(
      /^## ⚠️ oke-policy: Passed with 1 finding/,
    );
    expect(markdown(aReport({ exitCode: 2 }))).toMatch(/^## ⛔ oke-policy: Failed/);
    expect(markdown(aReport({ summary: { documents: 0 } }))).toMatch(/^## ⚠️ oke-policy: Nothing to look at/);
  });

  it("folds what the base has as well and leaves out what was accepted", () => {
    const shown = markdown(
      aReport({
        findings: [
          aFinding({ standing: "unchanged", message: "Old." }),
          aFinding({ standing: "suppressed", message: "Accepted." }),
        ],
      }),
    );
    expect(shown).toContain("<details><summary>1 finding that the base has as well</summary>");
    expect(shown).toContain("Old.");
    expect(shown).not.toContain("Accepted.");
  });

  it("shows what changes in access as before and after", () => {
    const before = {
      principal: "group Devs",
      permissions: "read instances",
      location: "compartment a",
      conditions: "",
      effect: "allow",
      file: "iam.txt",
      line: 3,
    } as const;
    const shown = markdown(
      aReport({
        access: [{ change: "widened", before, after: { ...before, permissions: "manage instances" } }],
      }),
    );
    expect(shown).toContain(
      "| **widened** | `group Devs` | `read instances` → `manage instances` | `compartment a` |  | `iam.txt:3:1` |",
    );
  });

  it("puts the problems that failed the run before findings, the others after", () => {
    const report = aReport({
      findings: [aFinding()],
      problems: [aProblem({ message: "Mild." }), aProblem({ severity: "error", message: "Severe." })],
    });
    const shown = markdown(report);
    expect(shown.indexOf("Severe.")).toBeLessThan(shown.indexOf("hostPath"));
    expect(shown.indexOf("Mild.")).toBeGreaterThan(shown.indexOf("hostPath"));
  });

  it.each([65_000, 20_000, 1_000_000])(
    "stays within %i bytes by leaving out whole findings, the mildest first",
    (maxBytes) => {
      const wide = "日本 ##[x] $ | <b>".repeat(50);
      const findings = Array.from({ length: 3_000 }, (_, index) =>
        aFinding({
          severity: index % 2 === 0 ? "notice" : "error",
          message: `${index} ${wide}`,
          place: at(`k8s/${index}.yaml`, 1),
        }),
      );
      const problems = Array.from({ length: 300 }, () => aProblem({ message: wide, severity: "error" }));
      const grant = {
        principal: wide,
        permissions: wide,
        location: wide,
        conditions: wide,
        effect: "allow",
        file: wide,
        line: 1,
      } as const;
      const access = Array.from({ length: 300 }, () => ({ change: "new" as const, after: grant }));
      const report = aReport({ findings, problems, access, notes: [wide], summary: {} });
      const shown = markdown(report, { links, maxBytes, log: true });
      expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(maxBytes);
      expect(Buffer.byteLength(shown)).toBeGreaterThan(maxBytes / 3);
      const rows = shown.split("\n").filter((line) => line.includes("host-path-volume.md"));
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every((line) => line.endsWith("<br><sub>VNP-05</sub> |"))).toBe(true);
      expect(shown).toContain(`**…and ${(3_000 - rows.length).toLocaleString("en-US")} more**`);
      if (rows.length < 1_500) expect(rows.every((line) => line.startsWith("| ❌ error"))).toBe(true);
    },
  );
});
