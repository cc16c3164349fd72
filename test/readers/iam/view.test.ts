import { describe, expect, it } from "vitest";
import { parseEntry } from "../../../src/readers/iam/read.ts";
import { toView } from "../../../src/readers/iam/view.ts";

function view(text: string) {
  return toView(parseEntry(text), { file: "stdin", at: (offset) => ({ line: 3, column: offset + 5 }) });
}

describe("the view of an entry", () => {
  it("has the published shape for the published example", () => {
    const text = "Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment dev";
    expect(view(text)).toEqual({
      file: "stdin",
      line: 3,
      column: 5,
      text,
      verdict: "valid",
      kind: "allow",
      effect: "allow",
      subjects: [{ kind: "dynamic-group", name: "nodes", domain: null, ocid: null }],
      verb: null,
      permissions: ["CLUSTER_JOIN"],
      resources: [],
      location: { kind: "compartment", path: ["dev"], ocid: null },
      tenancy: null,
      with: null,
      alias: null,
      condition: null,
      problems: [],
    });
  });

  it("lists every subject with its domain or OCID", () => {
    expect(view("allow group A, 'D'/'B c', id ocid1.group.oc1..x to USE Keys in tenancy")).toMatchObject({
      subjects: [
        { kind: "group", name: "A", domain: null, ocid: null },
        { kind: "group", name: "B c", domain: "D", ocid: null },
        { kind: "group", name: null, domain: null, ocid: "ocid1.group.oc1..x" },
      ],
      verb: "use",
      resources: ["keys"],
      location: { kind: "tenancy", path: [], ocid: null },
    });
    expect(view("allow any-user to use keys in tenancy").subjects).toEqual([
      { kind: "any-user", name: null, domain: null, ocid: null },
    ]);
    expect(view("allow resource x Y to {A_B} in tenancy").subjects).toEqual([
      { kind: "resource", name: "x Y", domain: null, ocid: null },
    ]);
  });

  it("wraps a bare term in `all`, and keeps nesting, operators and kinds of values", () => {
    expect(view("allow any-user to use keys in tenancy where request.region = 'FRA'").condition).toEqual({
      match: "all",
      terms: [{ variable: "request.region", operator: "=", value: { kind: "string", text: "FRA" } }],
    });
    expect(
      view(
        "allow any-user to use keys in tenancy where ANY {target.key.id != ocid1.key.oc1..x, all {request.user.name = /a*/, not request.ad}, request.region not in ('a', 'b'), target.x.id = request.principal.id}",
      ).condition,
    ).toEqual({
      match: "any",
      terms: [
        { variable: "target.key.id", operator: "!=", value: { kind: "ocid", text: "ocid1.key.oc1..x" } },
        {
          match: "all",
          terms: [
            { variable: "request.user.name", operator: "=", value: { kind: "pattern", text: "a*" } },
            { variable: "request.ad", operator: "absent", value: null },
          ],
        },
        {
          variable: "request.region",
          operator: "not in",
          value: {
            kind: "list",
            items: [
              { kind: "string", text: "a" },
              { kind: "string", text: "b" },
            ],
          },
        },
        { variable: "target.x.id", operator: "=", value: { kind: "variable", text: "request.principal.id" } },
      ],
    });
  });

  it("names the other tenancy, the other side of associate, and what a name stands for", () => {
    expect(view("deny admit dynamic-group DG1 of tenancy Foo to use buckets in tenancy")).toMatchObject({
      kind: "admit",
      effect: "deny",
      tenancy: "Foo",
    });
    expect(view("endorse group A to use keys in tenancy B")).toMatchObject({
      kind: "endorse",
      effect: "allow",
      tenancy: "B",
      location: { kind: "named-tenancy", tenancy: "B" },
    });
    expect(
      view(
        "endorse any-user to associate compute-container-instances in compartment c of tenancy t with subnets in tenancy",
      ),
    ).toMatchObject({
      location: { kind: "compartment", path: ["c"], tenancy: "t" },
      with: { resource: "subnets", location: { kind: "tenancy" } },
    });
    expect(view("define tenancy ske as ocid1.tenancy.oc1..x")).toMatchObject({
      kind: "define",
      effect: null,
      alias: { kind: "tenancy", name: "ske", domain: null, ocid: "ocid1.tenancy.oc1..x" },
    });
  });

  it("of a matching rule has its condition and nothing of a statement", () => {
    expect(view("resource.type = 'cluster'")).toMatchObject({
      kind: "matching-rule",
      effect: null,
      subjects: [],
      location: null,
      condition: { match: "all", terms: [{ variable: "resource.type" }] },
    });
  });

  it("places problems in the file and shows the entry put right", () => {
    expect(view("allow group a to manag keys in tenancy").problems).toEqual([
      {
        code: "iam/unknown-verb",
        severity: "error",
        message: expect.stringContaining("did you mean `manage`?"),
        line: 3,
        column: 22,
        endLine: 3,
        endColumn: 27,
        fix: "allow group a to manage keys in tenancy",
      },
    ]);
  });

  it("of what is no entry at all is invalid and still there", () => {
    expect(view("hello world")).toMatchObject({ verdict: "invalid", kind: null, text: "hello world" });
    expect(view("hello world").problems).toHaveLength(1);
  });

  it("keeps what was recognised of an invalid statement", () => {
    expect(
      view(
        "Allow any-user to use ipv6s in compartment ocid1.compartment.oc1..x where all {request.ad = 'a'}",
      ),
    ).toMatchObject({
      verdict: "invalid",
      verb: "use",
      resources: ["ipv6s"],
      condition: { match: "all" },
    });
  });
});
