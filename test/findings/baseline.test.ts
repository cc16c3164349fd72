import { describe, expect, it } from "vitest";
import { subtractBase } from "../../src/findings/base.ts";
import {
  applyBaseline,
  type BaselineEntry,
  type Covered,
  parseBaseline,
  writeBaseline,
} from "../../src/findings/baseline.ts";
import { ConfigError } from "../../src/model/request.ts";
import { aFinding, at } from "../builders.ts";

const rules = new Set(["host-path-volume", "init-container"]);
const covered = (changes: Partial<Covered> = {}): Covered => ({
  read: () => true,
  evaluated: rules,
  ruleIds: rules,
  ...changes,
});
const anEntry = (changes: Partial<BaselineEntry> = {}): BaselineEntry => ({
  fingerprint: "f1",
  rule: "host-path-volume",
  file: "k8s/web.yaml",
  subject: "apps/Deployment default/web",
  ...changes,
});

describe("writeBaseline", () => {
  it("writes one sorted line per finding that is not suppressed", () => {
    const findings = [
      aFinding({ fingerprint: "f2", place: at("b.yaml", 1) }),
      aFinding({ fingerprint: "f1", place: at("a.yaml", 9) }),
      aFinding({ fingerprint: "f3", place: at("a.yaml", 1), rule: "init-container" }),
      aFinding({ fingerprint: "f4", standing: "suppressed" }),
      aFinding({ fingerprint: "f5", place: at("c.yaml", 1), standing: "baseline" }),
    ];
    expect(writeBaseline(findings, [], covered())).toBe(`{
  "version": 1,
  "findings": [
    {"fingerprint":"f1","rule":"host-path-volume","file":"a.yaml","subject":"apps/Deployment default/web"},
    {"fingerprint":"f3","rule":"init-container","file":"a.yaml","subject":"apps/Deployment default/web"},
    {"fingerprint":"f2","rule":"host-path-volume","file":"b.yaml","subject":"apps/Deployment default/web"},
    {"fingerprint":"f5","rule":"host-path-volume","file":"c.yaml","subject":"apps/Deployment default/web"}
  ]
}
`);
  });

  it("reads back what it wrote, also nothing", () => {
    for (const findings of [[], [aFinding({ fingerprint: "f1" })]]) {
      const text = writeBaseline(findings, [], covered());
      expect(writeBaseline([], parseBaseline(text, "b.json"), covered({ read: () => false }))).toBe(text);
    }
  });

  it("drops entries whose finding is gone and keeps those that this run cannot judge", () => {
    const previous = [
      anEntry({ fingerprint: "gone" }),
      anEntry({ fingerprint: "not read", file: "later.yaml" }),
      anEntry({ fingerprint: "not evaluated", rule: "init-container" }),
      anEntry({ fingerprint: "rule gone", rule: "old-rule", file: "later.yaml" }),
    ];
    const partly = covered({
      read: (file) => file !== "later.yaml",
      evaluated: new Set(["host-path-volume"]),
    });
    const kept = parseBaseline(writeBaseline([], previous, partly), "b.json").map(
      ({ fingerprint }) => fingerprint,
    );
    expect(kept).toEqual(["not evaluated", "not read"]);
  });
});

describe("applyBaseline", () => {
  it("marks accepted findings and no others", () => {
    const findings = [
      aFinding({ fingerprint: "f1" }),
      aFinding({ fingerprint: "f2" }),
      aFinding({ fingerprint: "f1", standing: "suppressed" }),
    ];
    const result = applyBaseline(findings, [anEntry()], "b.json", covered());
    expect(result.findings.map(({ standing }) => standing)).toEqual(["baseline", "open", "suppressed"]);
    expect(result.problems).toEqual([]);
  });

  it("tells entries that nothing needs, unless this run cannot judge them", () => {
    const entries = [
      anEntry(),
      anEntry({ fingerprint: "f2", file: "later.yaml" }),
      anEntry({ fingerprint: "f3", rule: "init-container" }),
    ];
    const partly = covered({
      read: (file) => file !== "later.yaml",
      evaluated: new Set(["host-path-volume"]),
    });
    expect(applyBaseline([], entries, "b.json", partly).problems).toEqual([
      {
        code: "baseline/unused",
        severity: "notice",
        message:
          'The finding of "host-path-volume" in k8s/web.yaml (apps/Deployment default/web) is gone: --write-baseline takes its entry out.',
        place: { file: "b.json" },
      },
    ]);
  });
});

describe("parseBaseline", () => {
  it.each([
    "",
    "[]",
    "{}",
    '{"version":2,"findings":[]}',
    '{"version":1,"findings":[{"fingerprint":"x"}]}',
    "{",
  ])("refuses %j", (text) => {
    expect(() => parseBaseline(text, "b.json")).toThrow(ConfigError);
    expect(() => parseBaseline(text, "b.json")).toThrow(/^b\.json: not a baseline: /);
  });
});

describe("subtractBase", () => {
  const standing = (head: Parameters<typeof aFinding>[0], base: Parameters<typeof aFinding>[0]) =>
    subtractBase([aFinding(head)], [aFinding(base)])[0]!.standing;

  it("marks what stood in the base, and nothing else", () => {
    expect(standing({}, {})).toBe("unchanged");
    expect(standing({}, { fingerprint: "other" })).toBe("open");
    expect(standing({ standing: "suppressed" }, {})).toBe("suppressed");
  });

  it("counts a finding that became worse, and not one that became milder", () => {
    expect(standing({ severity: "error" }, { severity: "warning" })).toBe("open");
    expect(standing({ severity: "warning" }, { severity: "error" })).toBe("unchanged");
  });

  it("counts a finding whose suppression the change takes away", () => {
    expect(standing({}, { standing: "suppressed" })).toBe("open");
  });
});
