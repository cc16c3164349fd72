import { describe, expect, it } from "vitest";
import { text } from "../../src/reporters/text.ts";
import { aFinding, aProblem, aReport, aRule, at } from "../builders.ts";

const plain = (report: ReturnType<typeof aReport>) => text(report, { color: false, log: false });
const lastLine = (report: ReturnType<typeof aReport>) => plain(report).trimEnd().split("\n").at(-1);

describe("the text report", () => {
  it("shows a finding under its file, with its source, carets, related place and remedy", () => {
    const finding = aFinding({
      place: at("k8s/web.yaml", 21, 11, 31, 22),
      excerpt: ["          hostPath:", "            path: /var/run"],
      related: [{ place: at("infra/pool.tf", 3), note: "the virtual node pool it runs on" }],
    });
    expect(plain(aReport({ findings: [finding] }))).toBe(`k8s/web.yaml
  21:11  error  Volume "data" of Deployment "web" is a hostPath, which virtual nodes do not support.  host-path-volume VNP-05
    21 |           hostPath:
       |           ^^^^^^^^^
    22 |             path: /var/run
    see infra/pool.tf:3:1: the virtual node pool it runs on
    fix Use an emptyDir, or run this workload on managed nodes.

nodes: virtual (--nodes) · facts as of latest
12 files, 30 documents · 1 error, 0 warnings, 0 notices
1 finding at or above "error".
`);
  });

  it("puts the carets under wide characters and after tabs where a terminal draws them", () => {
    const finding = aFinding({ place: at("a.yaml", 1, 8, 10), excerpt: ["\tname: 日本 x"] });
    const lines = plain(aReport({ findings: [finding] })).split("\n");
    expect(lines[2]).toBe("    1 |     name: 日本 x");
    expect(lines[3]).toBe(`      | ${" ".repeat(10)}^^^^`);
  });

  it("shows a part of a line that is longer than a terminal is wide", () => {
    const finding = aFinding({
      place: at("a.json", 1, 5001, 5009),
      excerpt: [`${"x".repeat(5000)}hostPath${"y".repeat(5000)}`],
    });
    const lines = plain(aReport({ findings: [finding] })).split("\n");
    expect(lines[2]).toMatch(/^ {4}1 \| …x{30}hostPathy{72}…$/);
    expect(lines[3]).toBe(`      | ${" ".repeat(31)}^^^^^^^^`);
  });

  it("folds words, not sources, for a narrow terminal", () => {
    const finding = aFinding({
      place: at("k8s/web.yaml", 21, 11, 31, 22),
      excerpt: [`          hostPath: ${"x".repeat(60)}`],
    });
    const report = aReport({ findings: [finding] });
    for (const color of [false, true]) {
      const folded = text(report, { color, log: false, width: 50 }).replaceAll(/\u001b\[\d+m/g, "");
      expect(folded.split("\n").slice(0, 5)).toEqual([
        "k8s/web.yaml",
        '  21:11  error  Volume "data" of Deployment "web"',
        "      is a hostPath, which virtual nodes do not",
        "      support.  host-path-volume VNP-05",
        `    21 |           hostPath: ${"x".repeat(60)}`,
      ]);
      expect(folded.replaceAll(/\s+/g, " ")).toBe(plain(report).replaceAll(/\s+/g, " "));
    }
    expect(text(report, { color: false, log: false, width: 20 })).toBe(plain(report));
  });

  it("draws no line of a rule about secrets", () => {
    const finding = aFinding({
      rule: "plain-secret",
      excerpt: ["password: hunter2"],
      place: at("a.yaml", 1, 1, 9),
    });
    const report = aReport({
      findings: [finding],
      rules: { "plain-secret": aRule({ id: "plain-secret", domain: "secret" }) },
    });
    expect(plain(report)).not.toContain("hunter2");
  });

  it("counts what does not count without listing it", () => {
    const report = aReport({
      findings: [
        aFinding({ standing: "suppressed" }),
        aFinding({ standing: "baseline" }),
        aFinding({ standing: "unchanged" }),
      ],
    });
    expect(plain(report)).toBe(`nodes: virtual (--nodes) · facts as of latest
12 files, 30 documents · 0 errors, 0 warnings, 0 notices · 1 in the base already · 1 suppressed · 1 accepted by the baseline
Clean: no findings in 30 documents.
`);
  });

  it("keeps problems in a group of their own", () => {
    const report = aReport({
      problems: [
        aProblem(),
        aProblem({ place: { file: "b.yaml" }, severity: "notice", code: "helm/template" }),
      ],
    });
    expect(plain(report)).toContain(`Problems: what could not be read or done
  k8s/a.yaml:4:3  warning  The key "image" stands here twice.  yaml/duplicate-key
  b.yaml  notice  The key "image" stands here twice.  helm/template
`);
  });

  it("has a block for virtual-node readiness", () => {
    const readiness = {
      workloads: 12,
      ready: 7,
      oneChange: 1,
      blockers: [{ rule: "init-container", workloads: 4 }],
    };
    expect(plain(aReport({ summary: { readiness } }))).toContain(
      "Virtual nodes  7 of 12 workloads can run on virtual nodes; 1 needs one change, 4 more than one. Commonest blockers:\n  init-container  4 workloads\n",
    );
  });

  it.each([
    [{ workloads: 1, ready: 1, oneChange: 0 }, "1 of 1 workload can run on virtual nodes."],
    [
      { workloads: 2, ready: 1, oneChange: 0 },
      "1 of 2 workloads can run on virtual nodes; 1 needs more than one change.",
    ],
    [
      { workloads: 9, ready: 1, oneChange: 8 },
      "1 of 9 workloads can run on virtual nodes; 8 need one change.",
    ],
  ])("counts %j in a sentence", (counts, sentence) => {
    expect(plain(aReport({ summary: { readiness: { ...counts, blockers: [] } } }))).toContain(sentence);
  });

  it("uses colour only when asked", () => {
    const report = aReport({ findings: [aFinding()] });
    expect(plain(report)).not.toContain("\u001b");
    expect(text(report, { color: true, log: false })).toContain("\u001b[31merror\u001b[39m");
  });
});

describe("the verdict", () => {
  it("is clean when everything was read and nothing found", () => {
    expect(lastLine(aReport())).toBe("Clean: no findings in 30 documents.");
  });

  it("never says clean when the exit code is 2", () => {
    expect(lastLine(aReport({ problems: [aProblem({ severity: "error" })] }))).toBe(
      "Failed: 1 problem kept it from looking at everything.",
    );
    expect(lastLine(aReport({ exitCode: 2 }))).toBe("Failed: it could not do its work.");
    expect(plain(aReport({ exitCode: 2 }))).not.toMatch(/clean|passed/i);
  });

  it("tells nothing to look at from clean", () => {
    const none = { documents: 0, filesIrrelevant: 4, files: 4 };
    expect(lastLine(aReport({ summary: none }))).toMatch(/^Nothing to look at: 4 files, none of them/);
    expect(lastLine(aReport({ summary: { documents: 0, files: 0 } }))).toBe("Nothing to look at: no files.");
    expect(lastLine(aReport({ summary: { ...none, filesUnread: 3 } }))).toMatch(
      /^Nothing was looked at: 3 of 4 files could not be read/,
    );
    expect(lastLine(aReport({ summary: { documents: 0, files: 1, filesUnread: 1 } }))).toBe(
      "Nothing was looked at: 1 file could not be read or rendered.",
    );
  });

  it("does not say clean when files were left unread", () => {
    expect(lastLine(aReport({ summary: { filesUnread: 2 } }))).toBe(
      "Passed: no findings in what could be read; 2 files could not be read or rendered.",
    );
  });

  it("says what findings below the limit mean", () => {
    const warnings = [aFinding({ severity: "warning" }), aFinding({ severity: "notice" })];
    expect(lastLine(aReport({ findings: warnings }))).toBe(
      'Passed with 2 findings: none at or above "error".',
    );
    expect(lastLine(aReport({ findings: warnings, failOn: "never" }))).toBe(
      "Passed with 2 findings: nothing fails this run.",
    );
    expect(lastLine(aReport({ findings: warnings, failOn: "warning" }))).toBe(
      '1 finding at or above "warning", 1 other below.',
    );
  });

  it("says why there was no comparison", () => {
    const base = { ref: "main", commit: null, compared: false, reason: "the commit could not be fetched" };
    expect(plain(aReport({ base }))).toContain(
      "not compared with main: the commit could not be fetched; every finding counts",
    );
  });
});

describe("the verdict on merged reports", () => {
  it("does not count by a limit that they do not share", () => {
    const report = aReport({ findings: [aFinding(), aFinding({ severity: "notice" })], failOn: "mixed" });
    expect(lastLine({ ...report, exitCode: 1 })).toBe(
      "2 findings: some of these runs failed, each by its own limit.",
    );
  });
});
