import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingsFrom } from "../../src/findings/from-violations.ts";
import type { Origin, Violation } from "../../src/model/finding.ts";
import { LineIndex } from "../../src/model/line-index.ts";
import type { Range } from "../../src/model/place.ts";
import { aRule, at } from "../builders.ts";
import { growth } from "../growth.ts";
import { anOrigin, aViolation } from "./builders.ts";

const text = Array.from({ length: 40 }, (_, index) => `line ${index + 1}`).join("\n");
const lines = new LineIndex(text);

function judge(
  violations: readonly Violation[],
  origins: Readonly<Record<string, Origin>> = { w1: anOrigin() },
  hidden: (file: string) => readonly Range[] = () => [],
) {
  const rules = new Map([aRule(), aRule({ id: "other" })].map((rule) => [rule.id, rule]));
  return findingsFrom(violations, {
    rules,
    origins: new Map(Object.entries(origins)),
    lines: () => lines,
    hidden,
  });
}

const findings = (...of: Parameters<typeof judge>) => judge(...of).judged.map(({ finding }) => finding);

describe("findingsFrom", () => {
  it("gives a violation its place, words, identity and lines", () => {
    const { judged, broken } = judge([aViolation()]);
    expect(broken).toEqual([]);
    expect(judged).toEqual([
      {
        object: at("k8s/web.yaml", 1, 1, 1, 30),
        finding: {
          rule: "host-path-volume",
          requirements: ["VNP-05"],
          severity: "error",
          message: 'Volume "data" of Deployment "web" is a hostPath, which virtual nodes do not support.',
          remediation: "Use an emptyDir, or run this workload on managed nodes.",
          place: at("k8s/web.yaml", 12),
          excerpt: ["line 12"],
          subject: "apps/Deployment default/web",
          path: ["spec", "template", "spec", "volumes", 0],
          facts: { volume: "data" },
          related: [],
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
          standing: "open",
        },
      },
    ]);
  });

  it("lets the violation say how bad it is, what it stands for and what else to look at", () => {
    const violation = aViolation({
      severity: "warning",
      requirements: ["VNP-06"],
      related: [{ item: "p1", path: ["x"], note: "the pool" }],
    });
    const related = [{ place: at("k8s/web.yaml", 3), note: "used here" }];
    const origins = {
      w1: anOrigin({ workload: "w1", locate: () => ({ place: at("k8s/web.yaml", 5), related }) }),
      p1: anOrigin({ locate: () => ({ place: at("infra/pool.tf", 7) }) }),
    };
    expect(findings([violation], origins)[0]).toMatchObject({
      severity: "warning",
      requirements: ["VNP-06"],
      workload: "w1",
      related: [...related, { place: at("infra/pool.tf", 7), note: "the pool" }],
    });
  });

  it("makes a broken rule known instead of losing what it said", () => {
    const { judged, broken } = judge([
      aViolation({ item: "nobody" }),
      aViolation({ facts: {} }),
      aViolation({ rule: "never-asked" }),
      aViolation({ related: [{ item: "gone", note: "n" }] }),
      aViolation(),
    ]);
    expect(judged).toHaveLength(1);
    expect(broken).toEqual([
      { rule: "host-path-volume", message: 'names an item that is not in the inventory: "nobody"' },
      { rule: "host-path-volume", message: "gives no fact for {volume} of its message" },
      { rule: "never-asked", message: "is not among the rules that were asked for" },
      { rule: "host-path-volume", message: 'names an item that is not in the inventory: "gone"' },
    ]);
  });

  it("makes one finding of the same text reached through several instances", () => {
    const place = at("infra/main.tf", 9);
    const origins = Object.fromEntries(
      ["b", "a"].map((key) => [
        key,
        anOrigin({
          subject: `oci_core_subnet.pods["${key}"]`,
          title: `Subnet ${key}`,
          locate: () => ({ place }),
        }),
      ]),
    );
    const found = findings(
      [aViolation({ item: "b" }), aViolation({ item: "a", severity: "warning" })],
      origins,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      subject: 'oci_core_subnet.pods["a"]',
      severity: "error",
      facts: { volume: "data", instances: ['oci_core_subnet.pods["a"]', 'oci_core_subnet.pods["b"]'] },
    });
  });

  it("keeps findings apart that differ in facts, path, workload, or in subject where there is no line", () => {
    const place = at("infra/main.tf", 9);
    const whole = { file: "infra/main.tf" };
    const origins = {
      a: anOrigin({ subject: "a", locate: () => ({ place }) }),
      b: anOrigin({ subject: "b", workload: "w2", locate: () => ({ place }) }),
      c: anOrigin({ subject: "c", locate: () => ({ place: whole }) }),
      d: anOrigin({ subject: "d", locate: () => ({ place: whole }) }),
    };
    const violations = ["a", "b", "c", "d"].map((item) => aViolation({ item }));
    const more = [aViolation({ item: "a", facts: { volume: "logs" } }), aViolation({ item: "a", path: [] })];
    expect(findings([...violations, ...more], origins)).toHaveLength(6);
  });

  it("reports the same violation once", () => {
    const found = findings([aViolation(), aViolation()]);
    expect(found).toHaveLength(1);
    expect(found[0]!.facts).toEqual({ volume: "data" });
  });

  it("shows no lines with a credential in them, whatever the rule", () => {
    const shown = (line: number) =>
      judge([aViolation()], undefined, () => [at("x", line, 1, 9).range!]).judged.map(
        ({ finding }) => finding.excerpt.length,
      );
    expect([11, 12, 13].map((line) => shown(line)[0])).toEqual([1, 0, 1]);
  });

  it("gives the same findings in whatever order the rules answered", () => {
    const origins = {
      w1: anOrigin(),
      w2: anOrigin({ file: "a.yaml", subject: "b", locate: () => ({ place: at("a.yaml", 3) }) }),
      w3: anOrigin({ file: "a.yaml", subject: "a", locate: () => ({ place: at("a.yaml", 3) }) }),
    };
    const violations = ["w1", "w2", "w3"].flatMap((item) =>
      ["host-path-volume", "other"].flatMap((rule) =>
        [1, 2].map((index) => aViolation({ item, rule, path: ["volumes", index] })),
      ),
    );
    const expected = JSON.stringify(findings(violations, origins));
    fc.assert(
      fc.property(fc.shuffledSubarray(violations, { minLength: violations.length }), (shuffled) => {
        return JSON.stringify(findings(shuffled, origins)) === expected;
      }),
    );
  });

  it("takes 20,000 violations in linear time", () => {
    const made = (length: number) => {
      const origins = Object.fromEntries(
        Array.from({ length }, (_, index) => {
          return [
            `w${index}`,
            anOrigin({ subject: `s${index}`, locate: () => ({ place: at("k8s/web.yaml", index % 40) }) }),
          ];
        }),
      );
      const violations = Object.keys(origins).map((item, index) =>
        aViolation({ item, facts: { volume: `v${index}` } }),
      );
      return { origins, violations };
    };
    const judged = ({ origins, violations }: ReturnType<typeof made>) => judge(violations, origins).judged;
    expect(judged(made(20_000))).toHaveLength(20_000);
    expect(growth(made, judged, [2000, 20_000])).toBeLessThan(60);
  });
});
