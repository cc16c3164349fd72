// Statements of policies whose lists are made of something that is not known.
import { describe, expect, it } from "vitest";
import { terraformStatements } from "../../../src/inventory/identity/from-terraform.ts";
import { terraform } from "../terraform/evaluate-files.ts";

const of = (statements: string) =>
  terraformStatements(
    terraform({
      "main.tf": `variable "groups" {}\nvariable "more" {}\nresource "oci_identity_policy" "p" {\n  statements = ${statements}\n}\n`,
    }),
  ).map(({ text, existence, place }) => `${text} | ${existence} ${place.range!.start.line}`);

describe("statements for each element of something unknown", () => {
  it.each([
    ['[for g in var.groups : "allow group ${g} to read x in tenancy"]', ["${var.groups[*]}"]],
    ['[for k, v in var.groups : "allow group ${k} to read x in tenancy"]', ["${keys(var.groups)[*]}"]],
    ['formatlist("allow group %s to read x in tenancy", var.groups)', ["${var.groups}"]],
    [
      'compact(distinct([for g in var.groups : "allow group ${g} to read x in tenancy"]))',
      ["${var.groups[*]}"],
    ],
    [
      'concat(["allow group a to read x in tenancy"], [for g in var.groups : "allow group ${g} to read x in tenancy"])',
      ["a", "${var.groups[*]}"],
    ],
    [
      'flatten([for g in var.groups : ["allow group ${g} to read x in tenancy", "allow group b to read x in tenancy"]])',
      ["${var.groups[*]}", "b"],
    ],
  ])("%s", (expression, groups) => {
    expect(of(expression)).toEqual(
      groups.map((group) => `allow group ${group} to read x in tenancy | possible 4`),
    );
  });

  it("are anything where the elements are statements", () => {
    expect(of("[for s in var.more : trimspace(s)]")).toEqual(["${trimspace(var.more[*])} | possible 4"]);
    expect(of("var.more")).toEqual(["${var.more} | possible 2"]);
    expect(of("[for s in var.more : s if false]")).toEqual([expect.stringContaining("${[for var.more at")]);
  });
});
