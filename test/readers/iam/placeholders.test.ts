import { describe, expect, it } from "vitest";
import { parseEntry, parseMatchingRule, parseStatement } from "../../../src/readers/iam/read.ts";

const forms = [
  "${var.group}",
  '${join(",", [for g in local.groups : "${g}-admins"])}',
  "%s",
  "%[1]s",
  "%1$s",
  "<name>",
  "<name of the group>",
  "{{ .Values.group }}",
  "$GROUP",
  "$(group)",
  "[your group]",
  "%{ if var.x }",
];

/** Where a placeholder may stand; `@` marks it. */
const places = [
  "allow @ to use keys in tenancy",
  "allow group @ to use keys in tenancy",
  "allow group a, @ to use keys in tenancy",
  "allow group id @ to use keys in tenancy",
  "allow group d/@ to use keys in tenancy",
  "allow service @ to use keys in tenancy",
  "allow group a @",
  "allow group a to @ in tenancy",
  "allow group a to @ keys in tenancy",
  "allow group a to use @ in tenancy",
  "allow group a to {@} in tenancy",
  "allow group a to {A_B, @} in tenancy",
  "allow group a to use keys @",
  "allow group a to use keys in @",
  "allow group a to use keys in @ where request.region = 'a'",
  "allow group a to use keys in compartment @",
  "allow group a to use keys in compartment id @",
  "allow group a to use keys in compartment a:@",
  "allow group a to use keys in tenancy @",
  "allow group a to use keys in tenancy where @",
  "allow group a to use keys in tenancy where all @",
  "allow group a to use keys in tenancy where all {@}",
  "allow group a to use keys in tenancy where all {request.region = 'a', @}",
  "allow group a to use keys in tenancy where all {request.region = 'a' @}",
  "allow group a to use keys in tenancy where all {@ request.region = 'a'}",
  "allow group a to use keys in tenancy where @ = 'a'",
  "allow group a to use keys in tenancy where request.region = @",
  "allow group a to use keys in tenancy where request.region in @",
  "allow group a to use keys in tenancy where request.region in ('a', @)",
  "allow group a to use keys in tenancy where request.region = 'a' @",
  "admit group a of tenancy @ to use keys in tenancy",
  "endorse group a to use keys in tenancy @",
  "define tenancy @ as ocid1.tenancy.oc1..x",
  "define tenancy a as @",
  "@ group a to use keys in tenancy",
  "@",
];

const rulePlaces = [
  "@",
  "all @",
  "all {@}",
  "all {resource.type = 'a', @}",
  "all {resource.type = @}",
  "all {@ = 'a'}",
  "all {tag.@.b.value = 'a'}",
];

describe("a placeholder", () => {
  for (const form of forms) {
    it(`written ${form} leaves an entry undetermined wherever it may stand`, () => {
      for (const place of places)
        expect([place, parseStatement(place.replace("@", () => form)).verdict]).toEqual([
          place,
          "undetermined",
        ]);
      for (const place of rulePlaces)
        expect([place, parseMatchingRule(place.replace("@", () => form)).verdict]).toEqual([
          place,
          "undetermined",
        ]);
    });

    it(`written ${form} does not hide a fault elsewhere`, () => {
      for (const text of [
        `allow group ${form} too use keys in tenancy`,
        `allow group ${form} to use keys in tenancy;`,
        `allow group ${form} to use keys`,
      ]) {
        expect(parseStatement(text).verdict).toBe("invalid");
      }
    });
  }

  it("in quotes decides nothing about the form", () => {
    for (const form of forms.filter((text) => !text.startsWith("["))) {
      expect(
        parseStatement(`allow group '${form}' to use keys in tenancy where request.region = '${form}'`)
          .verdict,
      ).toBe("valid");
      expect(parseMatchingRule(`all {instance.id = '${form}'}`)).toMatchObject({
        verdict: "valid",
        problems: [],
      });
    }
  });

  it("that breaks off at the end may hold whatever is missing there", () => {
    expect(
      parseStatement("allow group a to use keys in tenancy where all {request.region = 'a', ${local.more")
        .verdict,
    ).toBe("undetermined");
    expect(parseStatement('allow group a to use keys in compartment "<name>').verdict).toBe("undetermined");
  });

  it("may be part of a name", () => {
    const { entry } = parseStatement(
      "allow service objectstorage-${var.region} to use keys in compartment ${a}-${b}:c",
    );
    expect(entry).toMatchObject({
      subject: { principals: [{ name: { text: "objectstorage-${var.region}", hole: "inside" } }] },
      location: {
        path: [
          { text: "${a}-${b}", hole: "inside" },
          { text: "c", hole: "none" },
        ],
      },
    });
  });

  it("is known when it is all that stands between braces", () => {
    expect(parseStatement("allow any-user to use keys in tenancy where all { ... }").verdict).toBe(
      "undetermined",
    );
    expect(parseStatement("allow any-user to use keys in tenancy where all { … }").verdict).toBe(
      "undetermined",
    );
  });
});

describe("an OCID put in for a placeholder", () => {
  const printed =
    "Allow any-user to manage instances in compartment <compartment-ocid> where all { request.principal.id = '<cluster-ocid>' }";
  const filled = printed.replace("<cluster-ocid>", "ocid1.cluster.oc1.iad.aaaa");

  it("makes the statement invalid without `id` before it, valid with it", () => {
    expect(parseEntry(printed).verdict).toBe("undetermined");
    expect(parseEntry(filled.replace("<compartment-ocid>", "ocid1.compartment.oc1..aaaa")).verdict).toBe(
      "invalid",
    );
    expect(parseEntry(filled.replace("<compartment-ocid>", "id ocid1.compartment.oc1..aaaa")).verdict).toBe(
      "valid",
    );
  });
});
