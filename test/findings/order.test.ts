import { describe, expect, it } from "vitest";
import { compareFindings, compareProblems } from "../../src/findings/order.ts";
import type { Finding } from "../../src/model/finding.ts";
import { aFinding, aProblem, at } from "../builders.ts";

/** Each stands before the next. */
const inOrder: readonly Partial<Finding>[] = [
  { place: { file: "Z.yaml" } },
  { place: { file: "a.yaml" } },
  { place: at("a.yaml", 2, 9), rule: "z" },
  { place: at("a.yaml", 10, 1), rule: "z" },
  { place: at("a.yaml", 10, 2), rule: "a", path: ["x", 2] },
  { place: at("a.yaml", 10, 2), rule: "a", path: ["x", 10] },
  { place: at("a.yaml", 10, 2), rule: "a", path: ["x", "a"] },
  { place: at("a.yaml", 10, 2), rule: "a", path: ["x", "a", 0] },
  { place: at("a.yaml", 10, 2), rule: "b", path: [] },
  { place: at("ä.yaml", 1, 1) },
];

describe("compareFindings", () => {
  it("orders by file, line, column, rule and path, by code unit", () => {
    const findings = inOrder.map((changes) => aFinding(changes));
    expect([...findings].reverse().sort(compareFindings)).toEqual(findings);
  });

  it("is zero only for equal findings", () => {
    expect(compareFindings(aFinding(), aFinding())).toBe(0);
    expect(compareFindings(aFinding(), aFinding({ message: "other" }))).not.toBe(0);
    expect(compareFindings(aFinding(), aFinding({ subject: "other" }))).not.toBe(0);
  });
});

describe("compareProblems", () => {
  it("orders by place, code and message", () => {
    const problems = [
      aProblem({ place: { file: "a" } }),
      aProblem({ place: at("a", 1), code: "x/a" }),
      aProblem({ place: at("a", 1), code: "x/b", message: "1" }),
      aProblem({ place: at("a", 1), code: "x/b", message: "2" }),
    ];
    expect([...problems].reverse().sort(compareProblems)).toEqual(problems);
  });
});
