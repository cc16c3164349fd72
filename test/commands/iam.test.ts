import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { iam } from "../../src/commands/iam.ts";
import { run } from "../terminal.ts";

const JSON_STATEMENT = "Allow group A to use buckets in tenancy";
const TERRAFORM = `locals {
  common = ["Allow group Admins to manage all-resources in tenancy"]
}
resource "oci_identity_policy" "p" {
  statements = concat([
    "Allow group \${var.group} to raed buckets in tenancy",
  ], local.common)
}
resource "oci_identity_dynamic_group" "nodes" {
  matching_rule = "ALL {instance.compartment.id = 'ocid1.compartment.oc1..a'}"
}
`;
const folder = mkdtempSync(join(tmpdir(), "iam-"));
beforeAll(() => {
  writeFileSync(
    join(folder, "a.policy"),
    "# who joins\nAllow dynamic-group nodes to {CLUSTER_JOIN} in compartment dev\n\nAllow group A to manag buckets in tenancy\n",
  );
  writeFileSync(
    join(folder, "b.yaml"),
    "statements:\n  - >-\n    Allow group A\n    to raed buckets in tenancy\n",
  );
  writeFileSync(
    join(folder, "rules.json"),
    '{"matching_rules": ["ANY {instance.id = \'ocid1.instance.oc1..x\'}"]}',
  );
  writeFileSync(join(folder, "policies.tf"), TERRAFORM);
  writeFileSync(join(folder, "variables.tf"), 'variable "group" {\n  default = "Ops"\n}\n');
  mkdirSync(join(folder, "mod"));
  writeFileSync(
    join(folder, "mod/main.tf"),
    'variable "s" {}\nresource "oci_identity_policy" "p" {\n  statements = var.s\n}\n',
  );
  writeFileSync(
    join(folder, "call.tf"),
    'module "a" {\n  source = "./mod"\n  s = ["Allow group A to read buckets in tenancy"]\n}\n',
  );
  writeFileSync(join(folder, "broken.tf"), 'resource "oci_identity_policy" "p" {\n');
  writeFileSync(
    join(folder, "more.tf.json"),
    JSON.stringify({ locals: { statements: ["Allow group A to"] } }),
  );
  writeFileSync(
    join(folder, "make.sh"),
    `#!/bin/sh\noci iam policy create --statements '["${JSON_STATEMENT}"]'\n`,
  );
  writeFileSync(join(folder, "other.json"), '{"hello": 1}');
  writeFileSync(join(folder, "broken.json"), '["Allow group A to read buckets in tenancy"');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const judge = (args: readonly string[], stdin = "") => run(iam, { cwd: folder, stdin }, ...args);

async function judged(args: readonly string[], stdin = "") {
  const { out, ...rest } = await judge([...args, "--format", "json"], stdin);
  return { ...rest, output: JSON.parse(out) as { version: number; statements: Record<string, unknown>[] } };
}

describe("iam", () => {
  it("gives one entry as the interface describes it", async () => {
    const { exitCode, output } = await judged(
      [],
      "Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment dev",
    );
    expect(exitCode).toBe(0);
    expect(output).toMatchObject({
      version: 1,
      statements: [
        {
          file: "stdin",
          line: 1,
          column: 1,
          text: "Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment dev",
          verdict: "valid",
          kind: "allow",
          effect: "allow",
          subjects: [{ kind: "dynamic-group", name: "nodes", domain: null, ocid: null }],
          verb: null,
          permissions: ["CLUSTER_JOIN"],
          resources: [],
          location: { kind: "compartment", path: ["dev"], ocid: null },
          condition: null,
          problems: [],
        },
      ],
    });
  });

  it("shows the fault with a caret, and what a valid statement grants", async () => {
    const { exitCode, out } = await judge(["a.policy"]);
    expect(exitCode).toBe(1);
    expect(out).toBe(
      [
        "a.policy:2:1: valid",
        "  Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment dev",
        "  Members of dynamic group nodes may use the permission CLUSTER_JOIN in compartment dev.",
        "",
        "a.policy:4:1: invalid",
        "  Allow group A to manag buckets in tenancy",
        "                   ^^^^^",
        "  error: Expected `inspect`, `read`, `use` or `manage`, found `manag`; did you mean `manage`? (iam/unknown-verb)",
        "  instead: Allow group A to manage buckets in tenancy",
        "",
        "2 entries: 1 valid, 1 invalid.",
        "",
      ].join("\n"),
    );
  });

  it("leaves nothing out of a list, whatever it is", async () => {
    const texts = [
      "Allow group A to read buckets in tenancy",
      5,
      null,
      "hello",
      "ALL {resource.type = 'cluster'}",
    ];
    const { exitCode, output } = await judged(["-"], JSON.stringify(texts));
    expect(exitCode).toBe(1);
    expect(output.statements.map(({ text, verdict }) => [text, verdict])).toEqual([
      ["Allow group A to read buckets in tenancy", "valid"],
      ["5", "invalid"],
      ["null", "invalid"],
      ["hello", "invalid"],
      ["ALL {resource.type = 'cluster'}", "valid"],
    ]);
  });

  it.each([
    ["an object of statements", '{"statements": ["Allow group A to read buckets in tenancy"]}', ["allow"]],
    [
      "an object of matching rules",
      '{"matching_rules": ["ALL {resource.type = \'cluster\'}"]}',
      ["matching-rule"],
    ],
    [
      "a YAML list",
      '- Allow group A to read buckets in tenancy\n- "deny group B to read buckets in tenancy"\n',
      ["allow", "deny"],
    ],
    ["a YAML object", "statements:\n  - Allow group A to read buckets in tenancy\n", ["allow"]],
    ["an empty list", "[]", []],
    ["nothing", "", []],
    ["comments alone", "# none\n// yet\n", []],
  ])("reads %s", async (_, text, kinds) => {
    const { exitCode, output } = await judged([], text);
    expect([exitCode, output.statements.map(({ kind }) => kind)]).toEqual([0, kinds]);
  });

  it("finds a fault inside a folded string of YAML", async () => {
    const { output } = await judged(["b.yaml"]);
    expect(output.statements).toMatchObject([
      { file: "b.yaml", line: 3, column: 5, problems: [{ code: "iam/unknown-verb", line: 4, column: 8 }] },
    ]);
  });

  it("finds a fault behind escapes of JSON", async () => {
    const { output } = await judged([], '["Allow group \\"A\\" to raed buckets in tenancy"]');
    expect(output.statements[0]?.["problems"]).toMatchObject([
      { code: "iam/double-quotes", column: 15 },
      { code: "iam/unknown-verb", line: 1, column: 24 },
    ]);
  });

  it("judges several files in the order given", async () => {
    const { exitCode, output } = await judged(["rules.json", "a.policy"]);
    expect(exitCode).toBe(1);
    expect(output.statements.map(({ file, kind }) => [file, kind])).toEqual([
      ["rules.json", "matching-rule"],
      ["a.policy", "allow"],
      ["a.policy", "allow"],
    ]);
  });

  it.each([
    ["gone.policy", "gone.policy cannot be read (ENOENT)"],
    [
      "other.json",
      "other.json: holds neither a list of statements nor an object with statements or matching_rules",
    ],
    ["broken.json", "broken.json: line 1"],
  ])("cannot do its work on %s and says why", async (file, message) => {
    const { exitCode, err, out } = await judge([file, "a.policy"]);
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
    expect(out).toContain("a.policy:2:1: valid");
  });

  it("refuses formats that it does not have", async () => {
    await expect(judge(["--format", "sarif"])).rejects.toThrow('--format "sarif" is none of text, json');
  });

  it("gives an empty entry its place", async () => {
    const { output } = await judged([], '["Allow group A to read buckets in tenancy",\n ""]');
    expect(output.statements[1]).toMatchObject({ line: 2, column: 2, verdict: "invalid" });
  });

  it("takes an empty list in YAML for no entries, whatever the file is called", async () => {
    for (const text of ["statements: []\n", "---\nmatching_rules: []\n"])
      expect(await judged([], text)).toMatchObject({ exitCode: 0, output: { statements: [] } });
    expect(await judged([], "statements: [\n")).toMatchObject({ exitCode: 1 });
  });
});

describe("iam, of files that hold more than statements", () => {
  const seen = async (...names: string[]) => {
    const { output, exitCode } = await judged(names);
    return [
      exitCode,
      ...output.statements.map(({ file, line, column, verdict }) => [file, line, column, verdict]),
    ];
  };

  it("judges what a Terraform file says at its own places, in its order", async () => {
    expect(await seen("policies.tf")).toEqual([
      1,
      ["policies.tf", 2, 14, "valid"],
      ["policies.tf", 6, 6, "invalid"],
      ["policies.tf", 10, 20, "valid"],
    ]);
    const { output } = await judged(["policies.tf"]);
    expect(output.statements.map(({ text }) => text)[1]).toContain("Allow group ${var.group} to raed");
  });

  it("takes values from the Terraform files that are named beside it, and keeps the order of the names", async () => {
    const { output } = await judged(["variables.tf", "rules.json", "policies.tf"]);
    expect(output.statements.map(({ file }) => file)).toEqual([
      "rules.json",
      ...["policies.tf", "policies.tf", "policies.tf"],
    ]);
    expect(output.statements[2]!["text"]).toContain("Allow group Ops to raed");
  });

  it("reads Terraform in JSON, and what a script hands to oci", async () => {
    expect(await seen("more.tf.json")).toEqual([1, ["more.tf.json", 1, 27, "invalid"]]);
    expect(await seen("make.sh")).toEqual([0, ["make.sh", 2, 39, "valid"]]);
  });

  it("joins files by where they are, however they are called, and tells what goes to a module that is not there", async () => {
    const whole = await judged(["./call.tf", join(folder, "mod/main.tf")]);
    expect(whole.output.statements.map(({ file, line, text }) => [file, line, text])).toEqual([
      ["./call.tf", 3, "Allow group A to read buckets in tenancy"],
    ]);
    const { output } = await judged(["call.tf"]);
    expect(output.statements.map(({ file, line, verdict }) => [file, line, verdict])).toEqual([
      ["call.tf", 3, "valid"],
    ]);
  });

  it("fails for Terraform that is broken or comes without a name, and finds none where there is none", async () => {
    expect(await judge(["broken.tf"])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("broken.tf: line 1"),
    });
    expect(await judge([], TERRAFORM)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("looks like Terraform"),
    });
    expect(await seen("variables.tf")).toEqual([0]);
  });
});
