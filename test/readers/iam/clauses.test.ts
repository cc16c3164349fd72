import { describe, expect, it } from "vitest";
import { toClauses } from "../../../src/readers/iam/clauses.ts";
import { parseMatchingRule, parseStatement } from "../../../src/readers/iam/read.ts";

function clauses(condition: string) {
  const { entry } = parseStatement(`allow any-user to use keys in tenancy where ${condition}`);
  return entry?.kind === "grant" ? toClauses(entry.condition) : undefined;
}

/** Only variables and values, for the shape of the result. */
function shape(condition: string) {
  return (
    clauses(condition)?.map((clause) =>
      clause.map(({ variable, value }) => `${variable.at(-1)}${value}`).join(" "),
    ) ?? null
  );
}

const a = "request.a = '1'";
const b = "request.b = '2'";
const c = "request.c = '3'";
const d = "request.d = '4'";

describe("the clauses of a condition", () => {
  it("are none without a condition", () => {
    const { entry } = parseStatement("allow any-user to use keys in tenancy");
    expect(entry?.kind === "grant" && toClauses(entry.condition)).toEqual([]);
  });

  it("are one for `all`, one each for `any`, and every choice for `any` within `all`", () => {
    expect(shape(a)).toEqual(["a1"]);
    expect(shape(`all {${a}, ${b}}`)).toEqual(["a1 b2"]);
    expect(shape(`any {${a}, ${b}}`)).toEqual(["a1", "b2"]);
    expect(shape(`all {${a}, any {${b}, ${c}}, ${d}}`)).toEqual(["a1 b2 d4", "a1 c3 d4"]);
    expect(shape(`any {${a}, all {${b}, any {${c}, ${d}}}}`)).toEqual(["a1", "b2 c3", "b2 d4"]);
    expect(shape(`all {any {${a}, ${b}}, any {${c}, ${d}}}`)).toEqual(["a1 c3", "a1 d4", "b2 c3", "b2 d4"]);
  });

  it("of bare braces are known for one term only", () => {
    expect(shape(`{ ${a} }`)).toEqual(["a1"]);
    expect(shape(`{ ${a}, ${b} }`)).toBeNull();
  });

  it("are unknown where a placeholder stands for conditions", () => {
    expect(shape(`all {${a}, \${local.more}}`)).toBeNull();
    expect(shape("${local.condition}")).toBeNull();
  });

  it("are unknown beyond the bound", () => {
    const choice = `any {${a}, ${b}}`;
    expect(clauses(`all {${Array(6).fill(choice).join(", ")}}`)).toHaveLength(64);
    expect(clauses(`all {${Array(7).fill(choice).join(", ")}}`)).toBeNull();
    expect(clauses(`any {${Array(65).fill(a).join(", ")}}`)).toBeNull();
    expect(clauses(`all {${Array(2000).fill(a).join(", ")}}`)).toBeNull();
  });

  it("carry operators, kinds and values", () => {
    expect(
      clauses(
        "all {Request.Principal.Type = 'Cluster', target.key.id != /x*/, request.region in ('a', /b*/)}",
      ),
    ).toEqual([
      [
        { variable: "request.principal.type", operator: "=", value: "Cluster", value_kind: "string" },
        { variable: "target.key.id", operator: "!=", value: "x*", value_kind: "pattern" },
        { variable: "request.region", operator: "in", values: ["a", "/b*/"], value_kind: "list" },
      ],
    ]);
    expect(clauses("any {request.a.id = target.b.id, request.c = ocid1.x.oc1..y, not request.d}")).toEqual([
      [{ variable: "request.a.id", operator: "=", value: "target.b.id", value_kind: "variable" }],
      [{ variable: "request.c", operator: "=", value: "ocid1.x.oc1..y", value_kind: "ocid" }],
      [{ variable: "request.d", operator: "absent", value_kind: "string" }],
    ]);
  });

  it("keep a placeholder as a reference, without a value", () => {
    expect(
      clauses("all {request.a.id = '${var.id}', request.b.id = 'x-${var.id}', ${var.name} = 'c'}"),
    ).toEqual([
      [
        { variable: "request.a.id", operator: "=", value_kind: "hole", ref: "${var.id}" },
        { variable: "request.b.id", operator: "=", value_kind: "hole" },
        { variable: "${var.name}", operator: "=", value_kind: "hole" },
      ],
    ]);
    expect(clauses("request.region in ('a', '${b}')")).toEqual([
      [{ variable: "request.region", operator: "in", value_kind: "hole" }],
    ]);
    expect(clauses("sets-intersect(request.groups.id, (target.group.id))")?.[0]?.[0]).toMatchObject({
      value_kind: "hole",
    });
  });

  it("exist for matching rules as well", () => {
    const { entry } = parseMatchingRule(
      "any {instance.id = 'ocid1.instance.oc1..x', all {resource.type = 'a', tag.x.y.value}}",
    );
    expect(toClauses(entry!.condition)).toEqual([
      [{ variable: "instance.id", operator: "=", value: "ocid1.instance.oc1..x", value_kind: "string" }],
      [
        { variable: "resource.type", operator: "=", value: "a", value_kind: "string" },
        { variable: "tag.x.y.value", operator: "present", value_kind: "string" },
      ],
    ]);
  });
});
