import { expect, describe as group, it } from "vitest";
import { describe } from "../../../src/readers/iam/describe.ts";
import { parseEntry } from "../../../src/readers/iam/read.ts";

const sentences: readonly (readonly [string, string])[] = [
  [
    "allow group A to manage all-resources in tenancy",
    "Members of group A may manage all resources in the tenancy.",
  ],
  [
    "allow dynamic-group 'D'/'N', M to {CLUSTER_JOIN, cluster_read} in compartment id ocid1.compartment.oc1..x",
    "Members of dynamic groups D/N and M may use the permissions CLUSTER_JOIN and CLUSTER_READ in compartment ocid1.compartment.oc1..x.",
  ],
  [
    "allow any-user to use keys in compartment a:b where all {request.principal.type = 'cluster', any {target.key.id = 'x', request.ad != /b*/}}",
    "Every user, instance and other principal may use keys in compartment a:b when request.principal.type is 'cluster' and (target.key.id is 'x' or request.ad does not match /b*/).",
  ],
  [
    "deny group A to read buckets in tenancy",
    "Members of group A may not read, use or manage buckets in the tenancy.",
  ],
  ["deny group A to manage buckets in tenancy", "Members of group A may not manage buckets in the tenancy."],
  [
    "allow service oke, faas to use keys in tenancy",
    "The services oke and faas may use keys in the tenancy.",
  ],
  [
    "endorse group A to use keys in tenancy B",
    "Members of group A may use keys in tenancy B, if that tenancy admits it.",
  ],
  [
    "admit any-user of any-tenancy to use keys in tenancy where request.region in ('a', 'b')",
    "Every user, instance and other principal of any tenancy may use keys in the tenancy when request.region is one of 'a' and 'b', if their tenancy endorses it.",
  ],
  ["define tenancy T as ocid1.tenancy.oc1..x", "The name T stands for the tenancy ocid1.tenancy.oc1..x."],
  [
    "all {resource.type = 'cluster', tag.a.b.value}",
    "Contains every resource for which resource.type is 'cluster' and tag.a.b.value has a value.",
  ],
  ["allow group ${g} to use keys in ${where}", "Members of group ${g} may use keys in ${where}."],
  ["allow group A to manag keys in tenancy", ""],
];

group("the sentence on an entry", () => {
  for (const [text, sentence] of sentences) {
    it(`${sentence === "" ? "is empty for" : "says what is granted by"} ${text}`, () => {
      expect(describe(parseEntry(text))).toBe(sentence);
    });
  }

  it("counts conditions beyond the eighth", () => {
    const terms = Array.from({ length: 11 }, (_, index) => `request.region != '${index}'`);
    const text = describe(parseEntry(`allow group A to use keys in tenancy where all {${terms.join(", ")}}`));
    expect(text).toContain("is not '7' (3 more).");
    expect(text).not.toContain("'8'");
  });
});
