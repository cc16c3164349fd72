import { describe, expect, it } from "vitest";
import { grantChanges } from "../../../src/inventory/identity/grant-changes.ts";
import { grantsOf } from "../../../src/inventory/identity/grants.ts";
import { identityOf } from "./reading.ts";

function grants(...lines: readonly string[]) {
  const { statements, origins } = identityOf({ "a.policy": lines.join("\n") });
  return grantsOf(statements, origins);
}

describe("grants", () => {
  it("have one line per principal, at their place", () => {
    expect(
      grants(
        "# x",
        "Allow group A, 'Dom'/'B' to read buckets in compartment c where request.region = 'FRA'",
      ).map(({ grant }) => grant),
    ).toEqual(
      ["group 'Dom'/'B'", "group A"].toSorted().map((principal) => ({
        principal,
        permissions: "read buckets",
        location: "compartment c",
        conditions: "request.region = 'FRA'",
        effect: "allow",
        file: "a.policy",
        line: 2,
      })),
    );
  });

  it.each([
    ["Allow any-user to {CLUSTER_JOIN} in tenancy", "any-user", "{CLUSTER_JOIN}", "tenancy"],
    [
      "deny service oke to manage keys in compartment id ocid1.compartment.oc1..c",
      "service oke",
      "manage keys",
      "compartment id ocid1.compartment.oc1..c",
    ],
    ["Endorse group A to manage buckets in any-tenancy", "group A", "endorse manage buckets", "any-tenancy"],
    [
      "Admit group A of tenancy T to manage buckets in tenancy",
      "group A of tenancy T",
      "admit manage buckets",
      "tenancy",
    ],
  ])("tell what %s says", (text, principal, permissions, location) => {
    expect(grants(text).map(({ grant }) => grant)).toMatchObject([{ principal, permissions, location }]);
  });

  it("are none for what IAM refuses, for definitions and for matching rules", () => {
    expect(
      grants(
        "Allow group A to reed buckets in tenancy",
        "Define group A as ocid1.group.oc1..a",
        "ALL {resource.type = 'cluster'}",
      ),
    ).toEqual([]);
  });
});

describe("changes of grants", () => {
  const changes = (before: readonly string[], after: readonly string[]) =>
    grantChanges(grants(...before), grants(...after)).map(({ change }) => change);
  const base = "Allow group A to use buckets in compartment c where request.region = 'FRA'";

  it.each<[string, string[], string[], string[]]>([
    ["nothing", [base], [base], []],
    [
      "another order and other spaces",
      [base, "Allow group B to read keys in tenancy"],
      ["allow group B to read   keys in tenancy", base],
      [],
    ],
    [
      "other letter case and another order of conditions and permissions",
      [
        base.replace(/where (.*)/, "where all {$1, request.ad = 'x'}"),
        "Allow group B to {A_B, C_D} in compartment e",
      ],
      [
        "allow GROUP a to USE Buckets in compartment C where ALL {request.ad = 'X', request.region = 'fra'}",
        "Allow group B to {C_D, a_b} in compartment E",
      ],
      [],
    ],
    [
      "one alternative more",
      [base],
      [base.replace(/where (.*)/, "where any {$1, request.region = 'IAD'}")],
      ["widened"],
    ],
    [
      "one alternative less",
      [base.replace(/where (.*)/, "where any {$1, request.region = 'IAD'}")],
      [base],
      ["narrowed"],
    ],
    [
      "one value more",
      [base.replace("= 'FRA'", "in ('FRA', 'IAD')")],
      [base.replace("= 'FRA'", "in ('IAD', 'PHX', 'FRA')")],
      ["widened"],
    ],
    [
      "one value more that is excluded",
      [base.replace("= 'FRA'", "not in ('FRA', 'IAD')")],
      [base.replace("= 'FRA'", "not in ('IAD', 'PHX', 'FRA')")],
      ["narrowed"],
    ],
    ["the same condition twice", [base], [base.replace(/where (.*)/, "where all {$1, $1}")], []],
    ["another condition", [base], [base.replace("'FRA'", "'IAD'")], ["new", "removed"]],
    ["another placeholder", [base.replace("use", "${a}")], [base.replace("use", "${b}")], ["new", "removed"]],
    [
      "another tenancy beside an associated resource",
      ["Endorse group A to associate subnets in tenancy T with vnics in tenancy T"],
      ["Endorse group A to associate subnets in tenancy T with vnics in tenancy U"],
      ["new", "removed"],
    ],
    ["a new statement", [], [base], ["new"]],
    ["a removed statement", [base], [], ["removed"]],
    ["a higher verb", [base], [base.replace("use", "manage")], ["widened"]],
    ["a lower verb", [base], [base.replace("use", "read")], ["narrowed"]],
    [
      "a family",
      ["Allow group A to use vnics in tenancy"],
      ["Allow group A to use virtual-network-family in tenancy"],
      ["widened"],
    ],
    ["everything", [base], [base.replace("buckets", "all-resources")], ["widened"]],
    ["another type", [base], [base.replace("buckets", "keys")], ["new", "removed"]],
    ["another group", [base], [base.replace("group A", "group B")], ["new", "removed"]],
    ["the tenancy", [base], [base.replace("compartment c", "tenancy")], ["widened"]],
    ["a child compartment", [base], [base.replace("compartment c", "compartment c:d")], ["narrowed"]],
    ["a parent compartment", [base.replace("compartment c", "compartment c:d")], [base], ["widened"]],
    ["another compartment", [base], [base.replace("compartment c", "compartment e")], ["new", "removed"]],
    ["no condition", [base], [base.replace(/ where.*/, "")], ["widened"]],
    [
      "one condition more",
      [base],
      [base.replace(/where (.*)/, "where all {$1, request.operation = 'GetBucket'}")],
      ["narrowed"],
    ],
    [
      "wider in one way, narrower in another",
      [base],
      [base.replace("use", "manage").replace("compartment c", "compartment c:d")],
      ["new", "removed"],
    ],
    [
      "one permission more",
      ["Allow group A to {CLUSTER_READ} in tenancy"],
      ["Allow group A to {CLUSTER_READ, CLUSTER_JOIN} in tenancy"],
      ["widened"],
    ],
    ["a deny", [base], [base, base.replace("Allow", "deny")], ["new"]],
    [
      "a deny of a lower verb, which denies more",
      [base.replace("Allow", "deny")],
      [base.replace("Allow", "deny").replace("use", "read")],
      ["widened"],
    ],
    ["one group more", [base], [base.replace("group A", "group A, B")], ["new"]],
    ["a statement that became invalid", [base], [base.replace("use", "uses")], ["removed"]],
  ])("see %s", (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });

  it("show what was before", () => {
    const [change] = grantChanges(grants(base), grants(base.replace("compartment c", "tenancy")));
    expect(change).toMatchObject({
      change: "widened",
      before: { location: "compartment c" },
      after: { location: "tenancy" },
    });
  });
});
