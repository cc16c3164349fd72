import { describe, expect, it } from "vitest";
import { readiness } from "../../src/findings/readiness.ts";
import type { Finding } from "../../src/model/finding.ts";
import { aFinding, aRule } from "../builders.ts";

const rules = new Map(
  [aRule({ id: "a" }), aRule({ id: "b" }), aRule({ id: "any", target: "any" })].map((rule) => [
    rule.id,
    rule,
  ]),
);
const of = (workload: string, rule: string, changes: Partial<Finding> = {}) =>
  aFinding({ workload, rule, ...changes });

describe("readiness", () => {
  it("counts workloads that would run, and those that one rule keeps from it", () => {
    const findings = [of("w2", "a"), of("w2", "a"), of("w3", "a"), of("w3", "b"), of("elsewhere", "a")];
    expect(readiness(["w1", "w2", "w3"], findings, rules)).toEqual({
      workloads: 3,
      ready: 1,
      oneChange: 1,
      blockers: [
        { rule: "a", workloads: 2 },
        { rule: "b", workloads: 1 },
      ],
    });
  });

  it("holds against a workload only errors that stand, of rules about virtual nodes", () => {
    const findings = [
      of("w1", "any"),
      of("w1", "a", { severity: "warning" }),
      of("w1", "a", { standing: "suppressed" }),
      of("w1", "a", { standing: "baseline" }),
    ];
    expect(readiness(["w1"], findings, rules)?.ready).toBe(1);
    expect(readiness(["w1"], [of("w1", "a", { standing: "unchanged" })], rules)?.ready).toBe(0);
  });

  it("names blockers that are equally common in the order of their ids", () => {
    expect(
      readiness(["w1", "w2"], [of("w2", "b"), of("w1", "a")], rules)?.blockers.map(({ rule }) => rule),
    ).toEqual(["a", "b"]);
  });

  it("says nothing where no workload is bound for virtual nodes", () => {
    expect(readiness([], [], rules)).toBeUndefined();
  });
});
