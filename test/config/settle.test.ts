import { minimatch } from "minimatch";
import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/default.ts";
import { folderMatcher, pathMatcher } from "../../src/config/path-matcher.ts";
import { settle } from "../../src/config/settle.ts";
import { settleUnreadable } from "../../src/config/unreadable.ts";
import { aProblem, aRule } from "../builders.ts";

const rules = [aRule({ id: "one" }), aRule({ id: "two" }), aRule({ id: "quiet", enabled: false })];
const ids = (settled: ReturnType<typeof settle>) =>
  settled.enabled.map(({ rule, configured }) => (configured ? `${rule.id}:${configured}` : rule.id));

describe("settle", () => {
  it("evaluates the rules that are on by default", () => {
    expect(ids(settle({ rules: [] }, defaultConfig, rules))).toEqual(["one", "two"]);
  });

  it("lets a severity switch a rule on, off switch it off, and a mere reason do nothing", () => {
    const config = {
      ...defaultConfig,
      rules: { one: { severity: "off", reason: "r" }, quiet: { severity: "notice" }, two: { reason: "x" } },
    } as const;
    const settled = settle({ rules: [] }, config, rules);
    expect(ids(settled)).toEqual(["two", "quiet:notice"]);
    expect(settled.switchedOff).toEqual([{ rule: "one", reason: "r" }]);
  });

  it("evaluates what --rule names and nothing else, whatever the configuration says", () => {
    const config = {
      ...defaultConfig,
      rules: { one: { severity: "off" }, two: { severity: "notice" } },
    } as const;
    expect(ids(settle({ rules: ["quiet", "one"] }, config, rules))).toEqual(["one", "quiet"]);
    expect(ids(settle({ rules: ["two"] }, config, rules))).toEqual(["two:notice"]);
  });

  it("refuses an unknown rule or value with the nearest one", () => {
    expect(() => settle({ rules: ["quite"] }, defaultConfig, rules)).toThrow(
      '--rule quite: unknown rule; did you mean "quiet"?',
    );
    expect(() => settle({ rules: [], nodes: "virtaul" as "virtual" }, defaultConfig, rules)).toThrow(
      'did you mean "virtual"?',
    );
    expect(() => settle({ rules: [], asOf: "2026-13-01" }, defaultConfig, rules)).toThrow(
      "--as-of 2026-13-01: expected latest",
    );
    expect(() => settle({ rules: [], asOf: "2026-02-30" }, defaultConfig, rules)).toThrow(
      "--as-of 2026-02-30: not a day of the calendar",
    );
    expect(() => settle({ rules: ["one,two"] }, defaultConfig, rules)).toThrow("each rule has a --rule");
  });

  it("takes a requirement behind --rule for all its rules", () => {
    const judging = [
      aRule({ id: "one", requirements: ["VNP-01", "VNP-02"] }),
      aRule({ id: "two", requirements: ["VNP-02"] }),
      aRule({ id: "quiet", enabled: false, requirements: ["VNP-02"] }),
      aRule({ id: "three", requirements: ["VNP-03"] }),
    ];
    expect(ids(settle({ rules: ["VNP-02"] }, defaultConfig, judging))).toEqual(["one", "two", "quiet"]);
    expect(ids(settle({ rules: ["vnp-01", "three"] }, defaultConfig, judging))).toEqual(["one", "three"]);
    expect(() => settle({ rules: ["VNP-04"] }, defaultConfig, judging)).toThrow("--rule VNP-04: unknown");
  });

  it("understands the paths of targets as it does those of include and exclude", () => {
    const targets = [{ paths: ["./k8s/", "#x"], nodes: "virtual" }] as const;
    const [target] = settle({ rules: [] }, { ...defaultConfig, targets }, rules).targets;
    const means = (file: string) => target!.paths.some((path) => minimatch(file, path, { dot: true }));
    expect([means("k8s/a/b.yaml"), means("#x"), means("a.yaml")]).toEqual([true, true, false]);
  });

  it("lets the command line win over the configuration", () => {
    const config = { ...defaultConfig, nodes: "managed", asOf: "seed", failOn: "never" } as const;
    expect(
      settle({ rules: [], nodes: "virtual", asOf: "2026-08-28", failOn: "notice" }, config, rules),
    ).toMatchObject({
      nodes: { stated: "virtual", otherwise: "managed" },
      asOf: "2026-08-28",
      failOn: "notice",
    });
    expect(settle({ rules: [], nodes: "auto" }, config, rules)).toMatchObject({
      nodes: { otherwise: "managed" },
      asOf: "seed",
      failOn: "never",
    });
    expect(settle({ rules: [], nodes: "auto" }, config, rules).nodes).not.toHaveProperty("stated");
  });
});

describe("pathMatcher", () => {
  it.each([
    ["k8s/**", "k8s/a/b.yaml", true],
    ["k8s", "k8s/a/b.yaml", true],
    ["./k8s/", "k8s/.hidden/b.yaml", true],
    ["*.yaml", "a.yaml", true],
    ["*.yaml", "k8s/a.yaml", false],
    ["**/testdata/**", "testdata/a.yaml", true],
    ["**/testdata/**", "x/testdata2/a.yaml", false],
    ["!k8s/**", "x.yaml", false],
    ["**", "../x.yaml", true],
  ])("%s on %s is %s", (pattern, file, expected) => {
    expect(pathMatcher([pattern])(file)).toBe(expected);
  });

  it("matches nothing without patterns", () => {
    expect(pathMatcher([])("a")).toBe(false);
  });
});

describe("folderMatcher", () => {
  it("only says yes where all files in the folder are meant", () => {
    const matches = folderMatcher(["**/testdata/**", "docs", "k8s/*.yaml"]);
    expect([matches("x/testdata"), matches("docs"), matches("k8s"), matches("x")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("settleUnreadable", () => {
  const problems = [
    aProblem({ code: "file/unreadable", severity: "error" }),
    aProblem({ code: "rule/failed", severity: "error" }),
    aProblem(),
  ];
  it("lowers what files are to blame for, and nothing of ours", () => {
    expect(settleUnreadable(problems, "warning").map(({ severity }) => severity)).toEqual([
      "warning",
      "error",
      "warning",
    ]);
    expect(settleUnreadable(problems, "error")).toEqual(problems);
  });
});
