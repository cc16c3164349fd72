// Statements of several root modules: what they refer to is meant in their own.
import { expect, it } from "vitest";
import { stacksOf } from "../../../src/inventory/cloud/stacks.ts";
import { compartmentPaths } from "../../../src/inventory/identity/compartments.ts";
import { terraformStatements } from "../../../src/inventory/identity/from-terraform.ts";
import { grantChanges } from "../../../src/inventory/identity/grant-changes.ts";
import { grantsOf } from "../../../src/inventory/identity/grants.ts";
import { identity } from "../../../src/inventory/identity/identity.ts";
import { Origins } from "../../../src/inventory/origins.ts";
import type { Compartment } from "../../../src/model/inventory/resource.ts";
import { type Files, terraform } from "../terraform/evaluate-files.ts";

const POLICY = `variable "c" {}
resource "oci_identity_dynamic_group" "g" {
  name          = var.c
  matching_rule = "ALL {instance.compartment.id = '\${var.c}', instance.id != 'ocid1.instance.oc1..a'}"
}
resource "oci_identity_policy" "p" {
  compartment_id = var.c
  statements = [
    "Allow dynamic-group \${oci_identity_dynamic_group.g.name} to use keys in compartment id \${var.c} where target.key.id = '\${var.c}'",
    "Allow group x to use keys in compartment id ocid1.compartment.oc1..a",
  ]
}
`;

function read(files: Files) {
  const { resources, moduleCalls } = terraform(files);
  const stackOf = stacksOf(resources, moduleCalls);
  const sources = terraformStatements({ resources, moduleCalls, stackOf });
  return identity(sources, { origins: new Origins(), compartments: [] });
}

it("says the stack beside each reference where there are several", () => {
  const { statements, dynamic_groups } = read({ "a/main.tf": POLICY, "b/main.tf": POLICY });
  const [first, second] = statements;
  expect(first).toMatchObject({
    stack: "a",
    attachment: { ref: "var.c", stack: "a" },
    location: { ref: "var.c", stack: "a" },
    principals: [{ ref: "var.c", stack: "a" }],
    clauses: [[{ ref: "var.c", stack: "a" }]],
  });
  expect(second!.location).toEqual({ kind: "compartment", ref: "ocid1.compartment.oc1..a", hole: false });
  expect(statements[2]!.location).toMatchObject({ ref: "var.c", stack: "b" });
  expect(dynamic_groups[1]).toMatchObject({ stack: "b", clauses: [[{ ref: "var.c", stack: "b" }, {}]] });
  expect(dynamic_groups[1]!.clauses![0]![1]).not.toHaveProperty("stack");
});

it("says none where there is one", () => {
  expect(JSON.stringify(read({ "a/main.tf": POLICY }))).not.toContain('"stack"');
});

it("finds a compartment by its name in the stack that makes it", () => {
  const compartment = (stack: string, name: string) =>
    ({
      address: "oci_identity_compartment.c",
      name,
      stack,
      ancestors: [],
      ancestors_known: false,
    }) as unknown as Compartment;
  const resolve = compartmentPaths([compartment("a", "one"), compartment("b", "two")]);
  expect(resolve({ kind: "compartment", path: ["two"], hole: false }, undefined)).toMatchObject({
    ref: "oci_identity_compartment.c",
    stack: "b",
  });
});

it.each(["data.oci_identity_tenancy.this", "var.tenancy_ocid"])(
  "takes a name alone for no compartment two steps below %s",
  (tenancy) => {
    const compartment = (name: string, parent: string) =>
      ({
        address: `oci_identity_compartment.${name}`,
        name,
        parent: { ref: parent, kind: "expression" },
      }) as unknown as Compartment;
    const resolve = compartmentPaths([
      compartment("one", tenancy),
      compartment("two", "oci_identity_compartment.one"),
    ]);
    const find = (path: string[]) =>
      resolve({ kind: "compartment", path, hole: false }, { ref: tenancy, kind: "expression" });
    expect(find(["two"]).ref).toBeUndefined();
    expect(find(["one", "two"]).ref).toBe("oci_identity_compartment.two");
  },
);

it("takes a term for the same when a second root module is added", () => {
  const grants = (files: Files) => {
    const { resources, moduleCalls } = terraform(files);
    const sources = terraformStatements({
      resources,
      moduleCalls,
      stackOf: stacksOf(resources, moduleCalls),
    });
    const origins = new Origins();
    return grantsOf(identity(sources, { origins, compartments: [] }).statements, origins);
  };
  const widened = POLICY.replace(/where (target.key.id = [^"]*)/, "where any {$1, request.region = 'FRA'}");
  const other = 'resource "oci_core_vcn" "v" {}\n';
  const changes = grantChanges(
    grants({ "a/main.tf": POLICY }),
    grants({ "a/main.tf": widened, "b/main.tf": other }),
  );
  expect(changes.map(({ change }) => change)).toEqual(["widened"]);
});
