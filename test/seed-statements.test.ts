// The statements that Oracle's pages print for self-managed nodes and VCN-native pod networking, as they stand there, with an OCID put
// in, and put right: their verdicts, and whether they satisfy what they are for.
import { describe, expect, it } from "vitest";
import { parseEntry } from "../src/readers/iam/read.ts";
import { scanned } from "./texts.ts";

const wide = [
  "Allow any-user to manage instances in tenancy where all { request.principal.type = 'cluster' }",
  "Allow any-user to use private-ips in tenancy where all { request.principal.type = 'cluster' }",
  "Allow any-user to use network-security-groups in tenancy where all { request.principal.type = 'cluster' }",
];
const scoped = [
  "Allow any-user to use ipv6s in compartment <compartment-ocid-of-network-resources> where all { request.principal.id = '<cluster-ocid>' }",
  "Allow any-user to manage instances in compartment <compartment-ocid-of-nodepool> where all { request.principal.id = '<cluster-ocid>' }",
  "Allow any-user to use private-ips in compartment <compartment-ocid-of-network-resources> where all { request.principal.id = '<cluster-ocid>' }",
  "Allow any-user to use network-security-groups in compartment <compartment-ocid-of-network-resources> where all { request.principal.id = '<cluster-ocid>' }",
];
const join =
  'Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment clusters where { target.cluster.id = "ocid1.cluster.oc1..c" }';
const filled = scoped.map((text) =>
  text
    .replace(/<compartment[^>]*>/, "ocid1.compartment.oc1..network")
    .replace("<cluster-ocid>", "ocid1.cluster.oc1..c"),
);
const corrected = filled.map((text) => text.replace("compartment ocid1", "compartment id ocid1"));

const infrastructure = `
resource "oci_containerengine_cluster" "main" {
  compartment_id = "ocid1.compartment.oc1..clusters"
  type           = "ENHANCED_CLUSTER"
  vcn_id         = oci_core_vcn.main.id
  cluster_pod_network_options { cni_type = "OCI_VCN_IP_NATIVE" }
  options { ip_families = ["IPv4", "IPv6"] }
}
resource "oci_core_vcn" "main" {
  compartment_id = "ocid1.compartment.oc1..network"
  cidr_blocks    = ["10.0.0.0/16"]
}
`;

async function missing(statements: readonly string[]) {
  const files = { "main.tf": infrastructure, "oke.policy": statements.join("\n") };
  const rules = ["missing-ipv6-grant", "missing-cross-compartment-grant"];
  const { judged } = await scanned(files, "seed", rules);
  return judged.map(({ finding }) => finding.rule).toSorted();
}

describe("the statements of Oracle's pages", () => {
  it("are valid where they hold for the tenancy", () => {
    expect(wide.map((text) => parseEntry(text).verdict)).toEqual(["valid", "valid", "valid"]);
  });

  it("are undetermined with their placeholders, invalid with an OCID in their place, valid with `id` before it", () => {
    expect(new Set(scoped.map((text) => parseEntry(text).verdict))).toEqual(new Set(["undetermined"]));
    expect(new Set(filled.map((text) => parseEntry(text).verdict))).toEqual(new Set(["invalid"]));
    expect(new Set(corrected.map((text) => parseEntry(text).verdict))).toEqual(new Set(["valid"]));
    expect(filled.map((text) => parseEntry(text).problems.map(({ code }) => code))).toEqual(
      filled.map(() => ["iam/missing-id"]),
    );
  });

  it("are valid with two warnings for self-managed nodes", () => {
    const { verdict, problems } = parseEntry(join);
    expect([verdict, problems.map(({ code, severity }) => [code, severity])]).toEqual([
      "valid",
      [
        ["iam/bare-braces", "warning"],
        ["iam/double-quotes", "warning"],
      ],
    ]);
  });

  it.each([
    [
      "nothing that concerns the cluster",
      ["Allow group A to read buckets in tenancy"],
      ["missing-cross-compartment-grant", "missing-ipv6-grant"],
    ],
    ["the tenancy-wide ones", wide, ["missing-ipv6-grant"]],
    ["the tenancy-wide ones and that for IPv6", [...wide, corrected[0]!], []],
    ["the scoped ones put right", corrected, []],
    ["the scoped ones with placeholders, which may be right", scoped, []],
    [
      "the scoped ones without that for instances",
      corrected.filter((_, index) => index !== 1),
      ["missing-cross-compartment-grant"],
    ],
    ["the scoped ones without that for IPv6", corrected.slice(1), ["missing-ipv6-grant"]],
  ])("leave missing, in a repository with %s", async (_, statements, rules) => {
    expect(await missing(statements)).toEqual(rules);
  });
});
