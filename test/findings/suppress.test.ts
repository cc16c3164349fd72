import { describe, expect, it } from "vitest";
import type { Judged } from "../../src/findings/from-violations.ts";
import { type Suppressing, suppress } from "../../src/findings/suppress.ts";
import { suppressionsIn } from "../../src/findings/suppression-comment.ts";
import type { Comment } from "../../src/model/document.ts";
import { at } from "../builders.ts";
import { aComment, judged } from "./builders.ts";

const file = "k8s/web.yaml";
const ruleIds = new Set(["host-path-volume", "init-container"]);
const evaluated = ruleIds;

function run(findings: readonly Judged[], comments: readonly Comment[], more: Partial<Suppressing> = {}) {
  return suppress(findings, { comments: new Map([[file, comments]]), ruleIds, evaluated, ...more });
}

const standings = (result: ReturnType<typeof run>) => result.findings.map(({ standing }) => standing);
const codes = (result: ReturnType<typeof run>) =>
  result.problems.map(({ code, severity }) => `${severity} ${code}`);
const ignore = (line: number, alone = false, rule = "host-path-volume", reason = "needed by the agent") =>
  aComment(line, ` oke-policy: ignore[${rule}] ${reason}`, alone);

describe("suppressionsIn", () => {
  it.each([
    ["oke-policy: ignore[a] because", ["a"], "because"],
    [" oke-policy:ignore[ a , b ,a] because of x", ["a", "b"], "because of x"],
    ["# OKE-Policy: Ignore [a]: because", ["a"], "because"],
    ["* oke-policy: ignore[a] -- because */", ["a"], "because"],
    ["tfsec:ignore:x # oke-policy: ignore[a] because", ["a"], "because"],
    ["eslint-disable-line // oke-policy: ignore[a] because", ["a"], "because"],
    ["oke-policy: ignore[a]", ["a"], ""],
    ["oke-policy: ignore[a]   ", ["a"], ""],
  ])("reads %j", (text, rules, reason) => {
    expect(suppressionsIn([aComment(3, text)]).suppressions).toMatchObject([{ rules, reason, line: 3 }]);
  });

  it.each([
    "oke-policy: ignore a because",
    "oke-policy: ignore",
    "oke-policy: ignore[] x",
    "oke-policy: ignore[a because",
    "oke-policy: ignroe[a] x",
    "oke-policy: disable[a] x",
    "oke-policy: ignore-next-line[a] x",
    "oke-policy: suppress a x",
    "oke-policy ignore[a] x",
  ])("says that %j is misspelt", (text) => {
    const { suppressions, misspelt } = suppressionsIn([aComment(3, text)]);
    expect(suppressions).toEqual([]);
    expect(misspelt).toHaveLength(1);
  });

  it.each([
    "see oke-policy: ignore[a] x",
    "oke-policy: nodes=virtual",
    "oke-policy checks this",
    'as in "# oke-policy: ignore[a] x"',
  ])("takes no notice of %j", (text) => {
    expect(suppressionsIn([aComment(3, text)])).toEqual({ suppressions: [], misspelt: [] });
  });

  it("reads a comment once that two readers found", () => {
    const twice = [
      ignore(3),
      ignore(3),
      aComment(4, "oke-policy: ignore a"),
      aComment(4, "oke-policy: ignore a"),
    ];
    const { suppressions, misspelt } = suppressionsIn(twice);
    expect([suppressions.length, misspelt.length]).toEqual([1, 1]);
  });

  it("lets a comment that stands alone mean the line below it, or below the stack it is part of", () => {
    const { suppressions } = suppressionsIn([
      ignore(3, true),
      ignore(4, true, "init-container"),
      ignore(7, true),
    ]);
    expect(suppressions.map(({ line }) => line)).toEqual([5, 5, 8]);
  });
});

describe("suppress", () => {
  it.each([
    ["on the line of the finding", ignore(21)],
    ["alone on the line above the finding", ignore(20, true)],
    ["on the first line of its object", ignore(5)],
    ["alone on the line above its object", ignore(4, true)],
  ])("accepts a finding by a comment %s", (_, comment) => {
    const result = run([judged(21, 5)], [comment]);
    expect(result.findings).toMatchObject([
      { standing: "suppressed", standingReason: "needed by the agent" },
    ]);
    expect(result.problems).toEqual([]);
  });

  it("accepts what breaks a requirement that a comment names, and nothing else of its rules", () => {
    const requirements = new Map([
      ["VNP-05", ["host-path-volume"]],
      ["VNP-06", ["host-path-volume", "init-container"]],
    ]);
    const comments = [ignore(21, false, "VNP-05"), ignore(22, false, "VNP-06"), ignore(5, false, "VNP-07")];
    const findings = [
      judged(21, 3, { requirements: ["VNP-05"] }),
      judged(22, 3, { requirements: ["VNP-05"] }),
    ];
    const result = run(findings, comments, { requirements });
    expect(standings(result)).toEqual(["suppressed", "open"]);
    expect(codes(result)).toEqual(["warning suppression/unknown-rule", "warning suppression/unused"]);
    const partly = run([], comments.slice(1, 2), { requirements, evaluated: new Set(["init-container"]) });
    expect(partly.problems).toEqual([]);
  });

  it("accepts by a requirement what the base accepted by it at the object", () => {
    const requirements = new Map([["VNP-05", ["host-path-volume"]]]);
    const finding = judged(21, 5, { requirements: ["VNP-05"] });
    const { accepted } = run([], [ignore(5, false, "VNP-05")], {
      requirements,
      objects: [{ subject: finding.finding.subject, object: at(file, 5) }],
    });
    const head = run([finding], [], { requirements, base: { accepted, renames: new Map() } });
    expect(standings(head)).toEqual(["suppressed"]);
  });

  it("names the requirement as it is spelt", () => {
    const requirements = new Map([["VNP-05", ["host-path-volume"]]]);
    const { problems } = run([], [ignore(3, false, "vnp-05")], { requirements });
    expect(problems[0]!.message).toContain('did you mean "VNP-05"?');
  });

  it.each([
    ["on another line", ignore(22)],
    ["not alone on the line above", ignore(20)],
    ["for another rule", ignore(21, false, "init-container")],
  ])("does not accept a finding by a comment %s, and says that it is unused", (_, comment) => {
    const result = run([judged(21, 5)], [comment]);
    expect(standings(result)).toEqual(["open"]);
    expect(codes(result)).toEqual(["warning suppression/unused"]);
  });

  it("accepts nothing in another file", () => {
    expect(standings(run([judged(21, 5, { place: at("other.yaml", 21) })], [ignore(21)]))).toEqual(["open"]);
  });

  it("accepts a command over several lines by a comment behind its last", () => {
    const command = judged(21, 21, {
      place: { file, range: { start: { line: 21, column: 1 }, end: { line: 23, column: 9 } } },
      path: [],
    });
    const moved = {
      ...command,
      finding: {
        ...command.finding,
        place: { file, range: { start: { line: 21, column: 1 }, end: { line: 23, column: 9 } } },
      },
    };
    expect(standings(run([moved], [ignore(23)]))).toEqual(["suppressed"]);
  });

  it("wants a reason", () => {
    const result = run([judged(21, 5)], [ignore(21, false, "host-path-volume", "")]);
    expect(standings(result)).toEqual(["open"]);
    expect(codes(result)).toEqual(["warning suppression/no-reason"]);
    expect(result.problems[0]!.place).toEqual({
      file,
      range: ignore(21, false, "host-path-volume", "").range,
    });
  });

  it("names the rule that an unknown one was meant to be, and accepts the known ones beside it", () => {
    const result = run([judged(21, 5)], [ignore(21, false, "host-path, host-path-volume")]);
    expect(standings(result)).toEqual(["suppressed"]);
    expect(codes(result)).toEqual(["warning suppression/unknown-rule"]);
    expect(result.problems[0]!.message).toBe(
      'There is no rule "host-path"; did you mean "host-path-volume"?',
    );
  });

  it("calls no suppression unused whose rule was not evaluated", () => {
    expect(codes(run([], [ignore(21)], { evaluated: new Set(["init-container"]) }))).toEqual([]);
  });

  it("tells each unused rule of one comment", () => {
    const result = run([judged(21, 5)], [ignore(21, false, "host-path-volume, init-container")]);
    expect(result.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('"init-container"'),
    ]);
  });
});

describe("suppress against a base", () => {
  const object = at(file, 5, 1, 1, 60);
  const inBase = (findings: readonly Judged[], comments: readonly Comment[]) =>
    run(findings, comments, { objects: [{ subject: "apps/Deployment default/web", object }] }).accepted;
  const against = (
    accepted: ReturnType<typeof inBase>,
    findings: readonly Judged[],
    comments: readonly Comment[],
    renames = new Map<string, string>(),
  ) => run(findings, comments, { base: { accepted, renames } });

  it("does not let a change accept its own finding, and says why", () => {
    const result = against(inBase([], []), [judged(21, 5)], [ignore(21)]);
    expect(standings(result)).toEqual(["open"]);
    expect(codes(result)).toEqual(["notice suppression/not-in-base"]);
  });

  it("keeps what the base accepted, wherever it has moved", () => {
    const accepted = inBase([judged(21, 5, { fingerprint: "same" })], [ignore(21)]);
    const result = against(accepted, [judged(121, 105, { fingerprint: "same" })], [ignore(121)]);
    expect(result.findings).toMatchObject([
      { standing: "suppressed", standingReason: "needed by the agent" },
    ]);
    expect(result.problems).toEqual([]);
  });

  it("lets a base's comment on an object stand for findings that the change adds to that object only", () => {
    const accepted = inBase([], [ignore(4, true)]);
    const added = judged(30, 5, { fingerprint: "new" });
    const elsewhere = judged(90, 80, { fingerprint: "new too", subject: "apps/Deployment default/api" });
    expect(standings(against(accepted, [added, elsewhere], []))).toEqual(["suppressed", "open"]);
  });

  it("knows an object again in a file that was renamed", () => {
    const accepted = inBase([], [ignore(4, true)]);
    const moved = judged(30, 5, { place: at("moved.yaml", 30) });
    expect(standings(against(accepted, [moved], []))).toEqual(["open"]);
    expect(standings(against(accepted, [moved], [], new Map([["moved.yaml", file]])))).toEqual([
      "suppressed",
    ]);
  });

  it("knows a script again that goes by the name of its file", () => {
    const objects = [{ subject: file, object }];
    const { accepted } = run([], [ignore(4, true)], { objects });
    const moved = judged(30, 5, { place: at("moved.yaml", 30), subject: "moved.yaml" });
    expect(standings(against(accepted, [moved], [], new Map([["moved.yaml", file]])))).toEqual([
      "suppressed",
    ]);
  });

  it("does not take a line's comment for one on the object", () => {
    expect(standings(against(inBase([judged(21, 5)], [ignore(21)]), [judged(30, 5)], []))).toEqual(["open"]);
  });
});
