import { describe, expect, it } from "vitest";
import { parseEntry, parseMatchingRule, parseStatement } from "../../../src/readers/iam/read.ts";

/** A fault: the text with the part at fault between « and », its code, and words of its message. */
type Fault = readonly [marked: string, code: string, message?: string];

function split(marked: string): { readonly text: string; readonly span: readonly [number, number] } {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  return { text: marked.replace(/[«»]/g, ""), span: [start, end] };
}

const invalidStatements: readonly Fault[] = [
  ["«»", "iam/empty"],
  ["«alow» group a to use keys in tenancy", "iam/unknown-statement", "did you mean `allow`?"],
  ["«please» allow group a to use keys in tenancy", "iam/unknown-statement"],
  ["allow «user» alice to use keys in tenancy", "iam/unknown-subject", "never a single user"],
  ["allow «group-a» to use keys in tenancy", "iam/unknown-subject", "did you mean `group group-a`?"],
  ["allow «dynamicgroup» a to use keys in tenancy", "iam/unknown-subject", "did you mean `dynamic-group`?"],
  ["allow group «to» use keys in tenancy", "iam/expected-name", "the name of a group"],
  ["allow group a, «to» use keys in tenancy", "iam/expected-name"],
  ["allow group 'd'/«to» use keys in tenancy", "iam/expected-name"],
  [
    "allow group «ocid1.group.oc1..x» to use keys in tenancy",
    "iam/missing-id",
    "`group id ocid1.group.oc1..x`",
  ],
  ["allow group id «a» to use keys in tenancy", "iam/expected-ocid"],
  ["allow «any user» to use keys in tenancy", "iam/unknown-subject", "did you mean `any-user`?"],
  ["allow «dynamic group» a to use keys in tenancy", "iam/unknown-subject", "did you mean `dynamic-group`?"],
  ["allow group id «'ocid1.group.oc1..x'» to use keys in tenancy", "iam/quoted-ocid", "without quotes"],
  ["allow group a to use keys in compartment id «'ocid1.compartment.oc1..x'»", "iam/quoted-ocid"],
  ["allow group a,«,»b to use keys in tenancy", "iam/expected-name"],
  ["allow group a to «CLUSTER_JOIN»} in tenancy", "iam/unknown-verb", "`{CLUSTER_JOIN}`"],
  [
    "allow group a to manage «{»CLUSTER_JOIN} in tenancy",
    "iam/verb-before-permissions",
    "leave out `manage`",
  ],
  ["allow group a to use keys in tenancy «id ocid1.tenancy.oc1..x»", "iam/tenancy-id"],
  ["allow group a to use keys in compartment a«/»b", "iam/unexpected-text", "parted by `:`"],
  ["allow group a to use keys in tenancy «request.region» = 'a'", "iam/expected-where"],
  ["allow group a to use keys in tenancy where request.region = 'a'«,» request.ad = 'b'", "iam/bare-list"],
  ["allow group a to use keys in tenancy where «region» = 'a'", "iam/unknown-variable", "`request.region`?"],
  ["allow group a to use keys in tenancy where request.region «<>» 'a'", "iam/unknown-operator", "`!=`"],
  ["allow group a to use keys in tenancy where request.region «is» 'a'", "iam/unknown-operator", "write `=`"],
  ["allow group a to use keys in tenancy where request.region «like» 'a'", "iam/unknown-operator", "`/a*/`"],
  [
    "allow group a to use keys in tenancy where request.region «=» ('a', 'b')",
    "iam/list-after-equals",
    "`in`",
  ],
  ["allow group a to use keys in tenancy where request.region in «[»'a']", "iam/unexpected-character"],
  [
    "allow group a to use keys in tenancy where not request.region «=» 'a'",
    "iam/negated-comparison",
    "write `request.region != …`",
  ],
  ["allow group a «use» keys in tenancy", "iam/expected-to", "Expected `to`, found `use`."],
  ["allow group a «tp» use keys in tenancy", "iam/expected-to", "did you mean `to`?"],
  ["allow group a to «manag» keys in tenancy", "iam/unknown-verb", "did you mean `manage`?"],
  ["allow group a to «view» keys in tenancy", "iam/unknown-verb", "found `view`."],
  ["allow group a to «CLUSTER_JOIN» in tenancy", "iam/unknown-verb", "`{CLUSTER_JOIN}`"],
  ["allow group a to use «use» keys in tenancy", "iam/second-verb"],
  ["allow group a to use «in» tenancy", "iam/expected-resource-type"],
  ["allow group a to use buckets«,» objects in tenancy", "iam/several-resource-types"],
  ["allow group a to use «all artifacts» in tenancy", "iam/expected-in", "did you mean `all-artifacts`?"],
  ["allow group a to {«}» in tenancy", "iam/expected-permission"],
  ["allow group a to {A_B«,»} in tenancy", "iam/trailing-comma"],
  ["allow group a to {A_B «C_D»} in tenancy", "iam/expected-separator"],
  ["allow group a to {«CLUSTER-JOIN»} in tenancy", "iam/permission-name"],
  ["allow group a to {CLUSTER_JOIN} «clusters» in tenancy", "iam/resource-after-permissions"],
  ["allow group a to use keys «where» request.region = 'a'", "iam/expected-location"],
  ["allow group a to use keys«»", "iam/expected-location", "found the end of the statement"],
  ["allow group a to use keys «im» tenancy", "iam/expected-in", "did you mean `in`?"],
  ["allow group a to use keys in «dev»", "iam/expected-location", "did you mean `compartment dev`?"],
  [
    "allow group a to use keys in «ocid1.compartment.oc1..x»",
    "iam/expected-location",
    "`compartment id ocid1.compartment.oc1..x`",
  ],
  ["allow group a to use keys in «tenacy»", "iam/expected-location", "did you mean `tenancy`?"],
  [
    "allow group a to use keys in compartment «ocid1.compartment.oc1..x»",
    "iam/missing-id",
    "`compartment id ocid1.compartment.oc1..x`",
  ],
  [
    "allow group a to use keys in compartment «${oci_identity_compartment.net.id}» where request.region = 'a'",
    "iam/missing-id",
    "which stands after `id`",
  ],
  [
    "allow group a to use keys in compartment «${module.m[0].data.oci_identity_compartment.c[0]}»",
    "iam/missing-id",
  ],
  ["allow dynamic-group «${oci_identity_dynamic_group.nodes.id}» to use keys in tenancy", "iam/missing-id"],
  ["allow group a to use keys in compartment id «dev»", "iam/expected-ocid"],
  ["allow group a to use keys in compartment a:«:»b", "iam/expected-compartment"],
  ["allow group a to use keys in tenancy «dev»", "iam/unexpected-text"],
  ["allow group a to use keys in «any-tenancy»", "iam/unexpected-any-tenancy"],
  ["allow group a to use keys in compartment b «of» tenancy c", "iam/unexpected-of"],
  ["allow group a «of» tenancy b to use keys in tenancy", "iam/unexpected-of"],
  ["endorse group a to use keys in tenancy b «with» vnics in tenancy", "iam/unexpected-with"],
  ["allow group a to use keys in tenancy where«»", "iam/empty-where"],
  ["allow group a to use keys in tenancy where all {«}»", "iam/empty-group"],
  ["allow group a to use keys in tenancy where all {request.region = 'a'«,»}", "iam/trailing-comma"],
  [
    "allow group a to use keys in tenancy where all {request.region = 'a' «request.ad» = 'b'}",
    "iam/expected-separator",
  ],
  ["allow group a to use keys in tenancy where all {request.region = 'a'«»", "iam/unclosed-brace"],
  ["allow group a to use keys in tenancy where all «request.region» = 'a'", "iam/expected-brace"],
  [
    "allow group a to use keys in tenancy where «al» {request.region = 'a'}",
    "iam/unknown-keyword",
    "did you mean `all`?",
  ],
  [
    "allow group a to use keys in tenancy where request.region = 'a' «and» request.ad = 'b'",
    "iam/infix-operator",
    "`all {…, …}`",
  ],
  [
    "allow group a to use keys in tenancy where request.region = 'a' «or» request.ad = 'b'",
    "iam/infix-operator",
    "`any {…, …}`",
  ],
  [
    "allow group a to use keys in tenancy where request.region = 'a' «where» request.ad = 'b'",
    "iam/second-where",
  ],
  ["allow group a to use keys in tenancy «allow» group b to use keys in tenancy", "iam/second-statement"],
  ["allow group a to use keys in tenancy where request.region «==» 'a'", "iam/double-equals"],
  ["allow group a to use keys in tenancy where request.region «is» 'a'", "iam/unknown-operator"],
  [
    "allow group a to use keys in tenancy where request.region not «inn» ('a')",
    "iam/expected-operator",
    "did you mean `in`?",
  ],
  ["allow group a to use keys in tenancy where request.region in «'a'»", "iam/expected-list"],
  ["allow group a to use keys in tenancy where request.region in ('a'«»", "iam/unclosed-parenthesis"],
  ["allow group a to use keys in tenancy where request.region = «fra»", "iam/unquoted-value", "`'fra'`"],
  ["allow group a to use keys in tenancy where «'request.region'» = 'fra'", "iam/quoted-left-side"],
  [
    "allow group a to use keys in tenancy where «reqest.region» = 'fra'",
    "iam/unknown-variable",
    "`request.region`",
  ],
  ["allow group a to use keys in tenancy where «region» = 'fra'", "iam/unknown-variable"],
  [
    "allow group a to use keys in tenancy where «sets-intersec»(request.groups.id, target.group.id)",
    "iam/unknown-function",
  ],
  ["allow group a to use keys in tenancy where request.region = «'»fra", "iam/unclosed-quote"],
  ["allow group a to use keys in tenancy where request.region = «/»fra", "iam/unclosed-pattern"],
  ["allow group a to use keys in tenancy where request.region = «’»fra’", "iam/typographic-quote"],
  ["allow group a to use keys in tenancy«;»", "iam/unexpected-character"],
  ["allow group a to use keys in tenancy «#» only for now", "iam/comment"],
  ["allow group a to use keys in tenancy «//» only for now", "iam/comment"],
  ["define «tenacy» a as ocid1.tenancy.oc1..x", "iam/unknown-define", "did you mean `tenancy`?"],
  ["define tenancy a «is» ocid1.tenancy.oc1..x", "iam/expected-as"],
  ["define tenancy a as «b»", "iam/expected-ocid"],
];

const invalidRules: readonly Fault[] = [
  ["all «(»instance.id = 'ocid1.instance.oc1..a')", "iam/expected-brace", "`{` after `all`"],
  [
    "all {«compartment.id» = 'ocid1.compartment.oc1..a'}",
    "iam/unknown-variable",
    "`instance.compartment.id`?",
  ],
  ["«»", "iam/empty"],
  ["«al» {instance.id = 'ocid1.instance.oc1..x'}", "iam/unknown-keyword", "did you mean `all`?"],
  ["all {«instance.compartment» = 'ocid1.compartment.oc1..x'}", "iam/unknown-variable"],
  ["all {«request.principal.type» = 'workload'}", "iam/unknown-variable"],
  ["all {«tag.a.b» = 'x'}", "iam/tag-without-value", "`tag.a.b.value`"],
  ["all {instance.id = «ocid1.instance.oc1..x»}", "iam/unquoted-value"],
  ["all {instance.id «==» 'ocid1.instance.oc1..x'}", "iam/double-equals"],
  ["all {instance.id «in» ('a')}", "iam/expected-operator"],
  ["all {instance.id = «/x*/»}", "iam/expected-value"],
  ["all {instance.id«}»", "iam/expected-operator"],
  ["«{»instance.id = 'ocid1.instance.oc1..x'}", "iam/expected-condition"],
  ["instance.id = 'ocid1.instance.oc1..x' «and» resource.type = 'x'", "iam/infix-operator"],
  ["all {instance.id = 'ocid1.instance.oc1..x'«»", "iam/unclosed-brace"],
];

describe("an invalid statement", () => {
  for (const [marked, code, message] of invalidStatements) {
    it(`names the fault in ${marked}`, () => {
      const { text, span } = split(marked);
      const { verdict, problems } = parseStatement(text);
      expect(verdict).toBe("invalid");
      expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([{ code, span }]);
      if (message !== undefined) expect(problems.map((problem) => problem.message).join()).toContain(message);
    });
  }
});

describe("an invalid matching rule", () => {
  for (const [marked, code, message] of invalidRules) {
    it(`names the fault in ${marked}`, () => {
      const { text, span } = split(marked);
      const { verdict, problems } = parseMatchingRule(text);
      expect(verdict).toBe("invalid");
      expect(problems.filter(({ severity }) => severity === "error")).toMatchObject([{ code, span }]);
      if (message !== undefined) expect(problems.map((problem) => problem.message).join()).toContain(message);
    });
  }
});

describe("a problem with a fix", () => {
  /** The texts before and after. */
  const fixes: readonly (readonly [string, string])[] = [
    [
      "allow group a to use keys in compartment ocid1.compartment.oc1..x",
      "allow group a to use keys in compartment id ocid1.compartment.oc1..x",
    ],
    [
      "allow group a to use keys in ocid1.compartment.oc1..x",
      "allow group a to use keys in compartment id ocid1.compartment.oc1..x",
    ],
    [
      "allow group ocid1.group.oc1..x to use keys in tenancy",
      "allow group id ocid1.group.oc1..x to use keys in tenancy",
    ],
    ["allow group a to manag keys in tenancy", "allow group a to manage keys in tenancy"],
    ["allow group a to CLUSTER_JOIN in tenancy", "allow group a to {CLUSTER_JOIN} in tenancy"],
    ["allow group a to use use keys in tenancy", "allow group a to use keys in tenancy"],
    [
      "allow group a to use keys in tenancy where request.region == 'a'",
      "allow group a to use keys in tenancy where request.region = 'a'",
    ],
    [
      "allow group a to use keys in tenancy where request.region = fra",
      "allow group a to use keys in tenancy where request.region = 'fra'",
    ],
    ['allow group "it\'s" to use keys in tenancy', "allow group 'it\\'s' to use keys in tenancy"],
    [
      "allow group a to use keys in tenancy where {request.region = 'a'}",
      "allow group a to use keys in tenancy where all {request.region = 'a'}",
    ],
    ["all {tag.a.b = 'x'}", "all {tag.a.b.value = 'x'}"],
    ["all {resource.type = 'x',}", "all {resource.type = 'x'}"],
  ];
  for (const [before, after] of fixes) {
    it(`turns ${before} into a valid entry`, () => {
      const fix = parseEntry(before).problems.find((problem) => problem.fix !== undefined)?.fix;
      expect(fix).toBeDefined();
      expect(before.slice(0, fix!.span[0]) + fix!.text + before.slice(fix!.span[1])).toBe(after);
      expect(parseEntry(after)).toMatchObject({ verdict: "valid", problems: [] });
    });
  }
});

describe("a statement that works by luck", () => {
  const lucky: readonly Fault[] = [
    ['allow group a to use keys in tenancy where target.key.id = «"ocid1.key.oc1..x"»', "iam/double-quotes"],
    [
      "allow group a to use keys in tenancy where «{» target.key.id = 'ocid1.key.oc1..x' }",
      "iam/bare-braces",
    ],
    ["allow group a to use keys in tenancy where target.key.id = «ocid1.key.oc1..x»", "iam/unquoted-ocid"],
    [
      "allow group a to use keys in tenancy where request.principal.compartment.id = «'target.compartment.id'»",
      "iam/quoted-variable",
    ],
    ["allow group a to use keys in tenancy where «request.principal.typ» = 'x'", "iam/unknown-variable"],
    [
      "allow group a to use keys in tenancy where request.region = «'us-ashburn-1'»",
      "iam/region-name",
      "such as `IAD`",
    ],
    [
      "allow group a to use clusters in tenancy where all {target.cluster.id = «'prod'», request.region = 'FRA'}",
      "iam/not-an-ocid",
      "`target.cluster.id` never equals it",
    ],
    [
      "allow group a to use keys in tenancy where target.key.id in ('ocid1.key.oc1..x', «'main'»)",
      "iam/not-an-ocid",
    ],
    ["allow group a to use «keyz» in tenancy", "iam/unknown-resource-type"],
    ["allow group a to use «flying-carpets» in tenancy", "iam/unknown-resource-type"],
    [
      "allow group a to manage «cluster-virtual-node-pools» in tenancy",
      "iam/resource-type-alias",
      "`cluster-virtualnode-pools`",
    ],
    ["allow group a to {«CLUSTER_JION»} in tenancy", "iam/unknown-permission", "`CLUSTER_JOIN`"],
    ["allow group a to use keys in compartment «'my place'»", "iam/compartment-name"],
    ["allow group a to use keys in«\u00a0»tenancy", "iam/unusual-space"],
    ["all {resource.type = 'x'«,»}", "iam/trailing-comma"],
    ["all {instance.id = «'some instance'»}", "iam/not-an-ocid"],
  ];
  for (const [marked, code, message] of lucky) {
    it(`is valid and warned of: ${marked}`, () => {
      const { text, span } = split(marked);
      const { verdict, problems } = parseEntry(text);
      expect(verdict).toBe("valid");
      expect(problems).toMatchObject([{ code, span }]);
      if (message !== undefined) expect(problems[0]!.message).toContain(message);
    });
  }

  it("is not warned of double quotes in a matching rule, where they are accepted", () => {
    expect(parseMatchingRule('any {instance.id = "ocid1.instance.oc1..x"}')).toMatchObject({
      verdict: "valid",
      problems: [],
    });
  });

  it("is not warned of an id that is compared with nothing, with a placeholder or with a tag's text", () => {
    for (const condition of [
      "target.cluster.id != ''",
      "target.cluster.id = '${var.cluster}'",
      "target.resource.tag.ops.id = 'x'",
      "request.region = 'iad'",
    ])
      expect(parseStatement(`allow group a to use clusters in tenancy where ${condition}`).problems).toEqual(
        [],
      );
  });

  it("is not warned of a spelling that Oracle prints as well", () => {
    for (const type of [
      "key-delegate",
      "tag-namespace",
      "network-security-group",
      "usage-report",
      "bucket",
    ]) {
      expect(parseStatement(`allow group a to use ${type} in tenancy`).problems).toEqual([]);
    }
  });
});

describe("a placeholder in the place of a compartment's name", () => {
  it.each([
    "${var.compartment_ocid}",
    '${values["compartment_id"]}',
    "$OKE_COMPARTMENT_ID",
    "{{ net_ocid }}",
  ])("is warned of when it is named like an OCID: %s", (placeholder) => {
    const { verdict, problems } = parseStatement(`allow group a to use keys in compartment ${placeholder}`);
    expect(verdict).toBe("undetermined");
    expect(problems).toMatchObject([{ code: "iam/missing-id", severity: "warning", fix: { text: "id " } }]);
    expect(parseStatement(`allow group a to use keys in compartment id ${placeholder}`).problems).toEqual([]);
  });

  it.each([
    "${var.compartment_name}",
    "${oci_identity_compartment.net.name}",
    "${local.network_compartment}",
    "<compartment-ocid>",
    "${var.compartment_id_or_name}",
    "${oci_identity_domains_group.g.id}",
  ])("may be a name: %s", (placeholder) => {
    expect(parseStatement(`allow group a to use keys in compartment ${placeholder}`).problems).toEqual([]);
  });
});

describe("a message", () => {
  it("cuts a long word short", () => {
    const { problems } = parseStatement(`allow group a to ${"x".repeat(5000)} keys in tenancy`);
    expect(problems[0]!.message.length).toBeLessThan(300);
  });

  it("is not one of more than twenty for an entry", () => {
    const text = `allow group a to use keys in tenancy where all {${"region = 'a', ".repeat(100)} request.ad = 'b'}`;
    expect(parseStatement(text).problems).toHaveLength(20);
  });

  it("about an error is not crowded out by warnings", () => {
    const warned = 'request.region = "a", '.repeat(50);
    const { verdict, problems } = parseStatement(
      `allow group a to use keys in tenancy where all {${warned} region = 'a'}`,
    );
    expect(verdict).toBe("invalid");
    expect(problems.some(({ severity }) => severity === "error")).toBe(true);
  });
});
