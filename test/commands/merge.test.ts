import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { merge, nameReports } from "../../src/commands/merge.ts";
import { json } from "../../src/reporters/json.ts";
import { aFinding, aReport } from "../builders.ts";
import { run } from "../terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "merge-"));
beforeAll(() => {
  writeFileSync(join(folder, "web.json"), json(aReport({ findings: [aFinding({ severity: "warning" })] })));
  writeFileSync(join(folder, "api.json"), json(aReport()));
  writeFileSync(join(folder, "broken.json"), "{");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = {
  GITHUB_ACTIONS: "true",
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "o/r",
  GITHUB_SHA: "abc",
};
const merged = (...args: readonly string[]) => run(merge, { cwd: folder, env }, ...args);

describe("merge", () => {
  it("prints one JSON report", async () => {
    const { exitCode, out } = await merged("web.json", "api.json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      summary: { files: 24, warnings: 1 },
      findings: [{ file: "web/k8s/web.yaml" }],
    });
  });

  it("can be a gate of its own and print other formats", async () => {
    const { exitCode, out } = await merged(
      "web.json",
      "api.json",
      "--fail-on",
      "warning",
      "--format",
      "text",
    );
    expect(exitCode).toBe(1);
    expect(out).toContain('1 finding at or above "warning".');
  });

  it("fails when a report is broken or missing, and shows the others", async () => {
    const { exitCode, out } = await merged("web.json", "broken.json", "gone.json", "--fail-on", "never");
    expect(exitCode).toBe(2);
    const report = JSON.parse(out);
    expect(report.findings).toHaveLength(1);
    expect(report.problems.map(({ code, file }: { code: string; file: string }) => [code, file])).toEqual([
      ["merge/unreadable", "broken/broken.json"],
      ["merge/unreadable", "gone/gone.json"],
    ]);
    expect(report.tool).toMatchObject({ version: "0.1.0", nodes: "virtual" });
  });

  it("links to no lines of the repository that the workflow runs in", async () => {
    const { out } = await merged("web.json", "api.json", "--format", "markdown");
    expect(out).toContain("`web/k8s/web.yaml:21:11`");
    expect(out).not.toContain("/o/r/");
  });

  it("does not run without reports", async () => {
    await expect(merged()).rejects.toThrow("merge needs JSON reports");
  });
});

describe("the names of reports", () => {
  const names = (...words: readonly string[]) => nameReports(words).map(({ name }) => name);

  it.each([
    [
      ["web.json", "api.json"],
      ["web", "api"],
    ],
    [
      ["reports/web/report.json", "reports/api/report.json"],
      ["web", "api"],
    ],
    [
      ["./out/a/x/r.json", "out/b/x/r.json"],
      ["a", "b"],
    ],
    [
      ["out/org/web.json", "out/team/web.json"],
      ["org", "team"],
    ],
    [
      ["a/web.json", "b/api.json"],
      ["a/web", "b/api"],
    ],
    [["one.json"], ["one"]],
    [
      ["shop=1.json", "bank=2.json"],
      ["shop", "bank"],
    ],
  ])("of %j are %j", (words, expected) => {
    expect(names(...words)).toEqual(expected);
  });

  it("must differ", () => {
    expect(() => names("a=1.json", "a=2.json")).toThrow("two reports are called a");
  });
});
