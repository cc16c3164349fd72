// Ways of granting what OKE needs, and near misses, through the readers, the inventory and the shipped rules. Each way passes or fails
// for one reason; "open" is what cannot be told from the repository: silent, and counted as unknown.
import { describe, expect, it } from "vitest";
import { type Files, scanned } from "./texts.ts";

type Row = readonly [name: string, statements: readonly string[] | string, more?: Files];

async function judge(rules: readonly string[], files: Files) {
  const { judged, problems } = await scanned(files, "latest", rules);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return judged.map(({ finding }) => finding);
}

const policy = (statements: readonly string[] | string) => `resource "oci_identity_policy" "oke" {
  compartment_id = oci_identity_compartment.company.id
  name           = "oke"
  statements     = ${JSON.stringify([statements].flat()).replaceAll("\\u0000", "")}
}
`;

/** tenancy › company › platform (the cluster's) › pools; company › other. */
const compartments = `
variable "tenancy_ocid" {}
resource "oci_identity_compartment" "company" {
  compartment_id = var.tenancy_ocid
  name = "company"
}
resource "oci_identity_compartment" "platform" {
  compartment_id = oci_identity_compartment.company.id
  name = "platform"
}
resource "oci_identity_compartment" "pools" {
  compartment_id = oci_identity_compartment.platform.id
  name = "pools"
}
resource "oci_identity_compartment" "other" {
  compartment_id = oci_identity_compartment.company.id
  name = "other"
}
`;
const id = (name: string) => `id \${oci_identity_compartment.${name}.id}`;

const cluster = (options = "", compartment = "platform") => `
resource "oci_containerengine_cluster" "main" {
  compartment_id     = oci_identity_compartment.platform.id
  kubernetes_version = "v1.31.1"
  name               = "main"
  type               = "ENHANCED_CLUSTER"
  vcn_id             = oci_core_vcn.main.id
  cluster_pod_network_options { cni_type = "OCI_VCN_IP_NATIVE" }
  ${options}
}
resource "oci_containerengine_cluster" "second" {
  compartment_id     = oci_identity_compartment.other.id
  kubernetes_version = "v1.31.1"
  name               = "second"
  type               = "ENHANCED_CLUSTER"
}
resource "oci_core_vcn" "main" {
  compartment_id = oci_identity_compartment.${compartment}.id
  cidr_blocks    = ["10.0.0.0/16"]
}
`;
const main = "${oci_containerengine_cluster.main.id}";
const second = "${oci_containerengine_cluster.second.id}";

function table(
  name: string,
  rules: readonly string[],
  base: string,
  passing: readonly Row[],
  failing: readonly Row[],
): void {
  const files = (statements: Row[1], more: Files = {}): Files => ({
    "main.tf": base,
    "iam.tf": policy(statements),
    ...more,
  });
  describe(name, () => {
    it("is shown by enough ways", () => {
      expect(passing.length).toBeGreaterThanOrEqual(20);
      expect(failing.length).toBeGreaterThanOrEqual(20);
    });
    for (const [way, statements, more] of passing) {
      it(`is granted: ${way}`, async () => {
        expect(await judge(rules, files(statements, more))).toEqual([]);
      });
    }
    for (const [way, statements, more] of failing) {
      it(`is missing: ${way}`, async () => {
        const found = await judge(rules, files(statements, more));
        expect(found.map(({ severity }) => severity)).toContain("error");
      });
    }
  });
}

// ---------------------------------------------------------------- self-managed nodes

const node = `${compartments}${cluster()}
resource "oci_core_instance" "worker" {
  availability_domain = "AD-1"
  compartment_id      = oci_identity_compartment.pools.id
  shape               = "VM.Standard.E5.Flex"
  metadata = { apiserver_host = "10.0.0.10", cluster_ca_cert = var.ca, oke-k8version = "v1.31.1" }
}
`;
const group = (rule: string, name = "nodes", more = "") => `
resource "oci_identity_dynamic_group" "nodes" {
  compartment_id = var.tenancy_ocid
  name           = "${name}"
  matching_rule  = "${rule}"
  ${more}
}
`;
const inPools = "ALL {instance.compartment.id = '${oci_identity_compartment.pools.id}'}";
const nodes = { "group.tf": group(inPools) };
const join = (subject: string, place: string, condition = "") =>
  `Allow ${subject} to {CLUSTER_JOIN} in ${place}${condition}`;
const dg = "dynamic-group nodes";
const otherGroup = group(
  "ALL {instance.compartment.id = '${oci_identity_compartment.other.id}'}",
  "others",
).replace('"nodes"', '"others"');

table(
  "joining a cluster",
  ["nodes-outside-dynamic-groups", "missing-join-grant"],
  node.replace(/resource "oci_containerengine_cluster" "second"[\s\S]*?\n}\n/, ""),
  [
    ["as documented", join(dg, "compartment platform"), nodes],
    ["by OCID of the compartment", join(dg, `compartment ${id("platform")}`), nodes],
    ["in the parent compartment", join(dg, "compartment company"), nodes],
    ["in the parent by reference", join(dg, `compartment ${id("company")}`), nodes],
    ["by a path", join(dg, "compartment company:platform"), nodes],
    ["in the tenancy", join(dg, "tenancy"), nodes],
    ["in small letters", "allow dynamic-group nodes to {cluster_join} in compartment platform", nodes],
    [
      "with another permission beside it",
      "Allow dynamic-group nodes to {CLUSTER_READ, CLUSTER_JOIN} in compartment platform",
      nodes,
    ],
    ["in the default domain", join("dynamic-group 'Default'/'nodes'", "compartment platform"), nodes],
    ["in quotes", join("dynamic-group 'nodes'", "compartment platform"), nodes],
    ["among several groups", join("dynamic-group gone, nodes", "compartment platform"), nodes],
    [
      "by the group's own name",
      join("dynamic-group ${oci_identity_dynamic_group.nodes.name}", "compartment platform"),
      nodes,
    ],
    [
      "by the group's OCID",
      join("dynamic-group id ${oci_identity_dynamic_group.nodes.id}", "compartment platform"),
      nodes,
    ],
    ["for this cluster", join(dg, "compartment platform", ` where target.cluster.id = '${main}'`), nodes],
    [
      "for this cluster, as the page prints it",
      join(dg, "compartment platform", ` where { target.cluster.id = '${main}' }`),
      nodes,
    ],
    [
      "for one of two clusters",
      join(
        dg,
        "compartment platform",
        ` where any {target.cluster.id = 'ocid1.cluster.oc1..x', target.cluster.id = '${main}'}`,
      ),
      nodes,
    ],
    ["by managing clusters", "Allow dynamic-group nodes to manage clusters in compartment platform", nodes],
    [
      "by managing the family",
      "Allow dynamic-group nodes to manage cluster-family in compartment platform",
      nodes,
    ],
    [
      "by managing everything",
      "Allow dynamic-group nodes to manage all-resources in compartment company",
      nodes,
    ],
    [
      "to any user",
      join("any-user", "compartment platform", " where request.principal.type = 'instance'"),
      nodes,
    ],
    ["to any group", join("any-group", "compartment platform"), nodes],
    [
      "to a group by tag",
      join(dg, "compartment platform"),
      { "group.tf": group("tag.oke.role.value = 'worker'") },
    ],
    [
      "to a group by instance",
      join(dg, "compartment platform"),
      { "group.tf": group("ANY {instance.id = '${oci_core_instance.worker.id}'}") },
    ],
    [
      "to a group in another file",
      join(dg, "compartment platform"),
      {
        "groups/dg.yaml":
          "dynamic_groups:\n  n:\n    name: nodes\n    matching_rule: \"instance.compartment.id = '${oci_identity_compartment.pools.id}'\"\n",
      },
    ],
    ["to a group that no file defines", join("dynamic-group elsewhere", "compartment platform")],
    [
      "in a text file",
      "Allow group A to read buckets in tenancy",
      { ...nodes, "join.policy": join(dg, "compartment platform") },
    ],
    [
      "by a command",
      "Allow group A to read buckets in tenancy",
      {
        ...nodes,
        "iam.sh": `oci iam policy create --name j --statements '["${join(dg, "compartment platform")}"]'\n`,
      },
    ],
    [
      "where a deny concerns another group",
      [join(dg, "compartment platform"), "deny dynamic-group gone to {CLUSTER_JOIN} in tenancy"],
      nodes,
    ],
    [
      "where a deny concerns another compartment",
      [join(dg, "compartment platform"), "deny dynamic-group nodes to manage clusters in compartment other"],
      nodes,
    ],
    [
      "where a deny leaves joining",
      [join(dg, "compartment platform"), "deny dynamic-group nodes to {CLUSTER_DELETE} in tenancy"],
      nodes,
    ],
  ],
  [
    ["nothing about it", "Allow group A to read buckets in tenancy", nodes],
    ["another group", join("dynamic-group workers", "compartment platform"), nodes],
    ["a group of people", join("group nodes", "compartment platform"), nodes],
    ["a service", join("service oke", "compartment platform"), nodes],
    ["another domain", join("dynamic-group 'Platform'/'nodes'", "compartment platform"), nodes],
    ["the child compartment", join(dg, "compartment platform:pools"), nodes],
    ["a path that leads nowhere", join(dg, "compartment other:platform"), nodes],
    ["a name that is not below the policy", join(dg, "compartment pools"), nodes],
    ["the child by reference", join(dg, `compartment ${id("pools")}`), nodes],
    ["the sibling by reference", join(dg, `compartment ${id("other")}`), nodes],
    ["the sibling", join(dg, "compartment other"), nodes],
    ["a verb too low", "Allow dynamic-group nodes to use clusters in compartment platform", nodes],
    [
      "the family, a verb too low",
      "Allow dynamic-group nodes to use cluster-family in compartment platform",
      nodes,
    ],
    [
      "another resource type",
      "Allow dynamic-group nodes to manage cluster-node-pools in compartment platform",
      nodes,
    ],
    ["another family", "Allow dynamic-group nodes to manage instance-family in compartment platform", nodes],
    ["everything, a verb too low", "Allow dynamic-group nodes to use all-resources in tenancy", nodes],
    ["another permission", "Allow dynamic-group nodes to {CLUSTER_MANAGE} in compartment platform", nodes],
    [
      "another type of principal",
      join("any-user", "compartment platform", " where request.principal.type = 'cluster'"),
      nodes,
    ],
    [
      "a condition on users",
      join("any-user", "compartment platform", " where request.user.name = 'root'"),
      nodes,
    ],
    [
      "a condition on workloads",
      join("any-user", "compartment platform", " where request.principal.namespace = 'kube-system'"),
      nodes,
    ],
    [
      "every cluster but this",
      join(dg, "compartment platform", ` where target.cluster.id != '${main}'`),
      nodes,
    ],
    [
      "a deny",
      [join(dg, "compartment platform"), "deny dynamic-group nodes to {CLUSTER_JOIN} in tenancy"],
      nodes,
    ],
    [
      "a deny of a lower verb",
      [
        join(dg, "compartment platform"),
        "deny dynamic-group nodes to inspect clusters in compartment company",
      ],
      nodes,
    ],
    [
      "a deny for anyone",
      [join(dg, "tenancy"), "deny any-user to manage all-resources in compartment platform"],
      nodes,
    ],
    [
      "a deny of the verb itself",
      [
        "Allow dynamic-group nodes to manage clusters in tenancy",
        "deny dynamic-group nodes to manage cluster-family in tenancy",
      ],
      nodes,
    ],
    [
      "a group for another compartment",
      join("dynamic-group others", "compartment platform"),
      { "group.tf": otherGroup },
    ],
    [
      "a group for the cluster's compartment",
      join(dg, "compartment platform"),
      { "group.tf": group("ALL {instance.compartment.id = '${oci_identity_compartment.platform.id}'}") },
    ],
    [
      "a group with two places at once",
      join(dg, "compartment platform"),
      {
        "group.tf": group(
          "ALL {instance.compartment.id = '${oci_identity_compartment.pools.id}', instance.compartment.id = '${oci_identity_compartment.other.id}'}",
        ),
      },
    ],
    [
      "a group for all compartments but this",
      join(dg, "compartment platform"),
      { "group.tf": group("instance.compartment.id != '${oci_identity_compartment.pools.id}'") },
    ],
    ["an endorsement", `Endorse ${dg} to {CLUSTER_JOIN} in any-tenancy`, nodes],
    ["an admission", `Admit ${dg} of tenancy other to {CLUSTER_JOIN} in compartment platform`, nodes],
  ],
);

// ---------------------------------------------------------------- IPv6

const ipv6 = `${compartments}${cluster('options { ip_families = ["IPv4", "IPv6"] }')}`;
const byId = ` where all {request.principal.id = '${main}'}`;
const byType = " where all {request.principal.type = 'cluster'}";
const any = (action: string, place: string, condition = byId) =>
  `Allow any-user to ${action} in ${place}${condition}`;
const clusters = (rule: string) => ({ "group.tf": group(rule, "clusters") });
const clusterGroup =
  "ALL {resource.type = 'cluster', resource.compartment.id = '${oci_identity_compartment.platform.id}'}";

table(
  "using IPv6 addresses",
  ["missing-ipv6-grant"],
  ipv6,
  [
    ["as documented", any("use ipv6s", `compartment ${id("platform")}`)],
    ["by name", any("use ipv6s", "compartment platform")],
    ["by type", any("use ipv6s", "compartment platform", byType)],
    [
      "by one bare condition",
      any("use ipv6s", "compartment platform", " where request.principal.type = 'cluster'"),
    ],
    [
      "in capitals",
      any("USE IPV6S", "compartment platform", " WHERE ALL {request.principal.type = 'Cluster'}"),
    ],
    ["in the tenancy", any("use ipv6s", "tenancy", byType)],
    ["in the parent", any("use ipv6s", `compartment ${id("company")}`)],
    [
      "by type and id",
      any(
        "use ipv6s",
        "compartment platform",
        ` where all {request.principal.type = 'cluster', request.principal.id = '${main}'}`,
      ),
    ],
    [
      "by any of two clusters",
      any(
        "use ipv6s",
        "compartment platform",
        ` where any {request.principal.id = '${second}', request.principal.id = '${main}'}`,
      ),
    ],
    [
      "by the cluster's compartment",
      any(
        "use ipv6s",
        "compartment platform",
        " where request.principal.compartment.id = '${oci_identity_compartment.platform.id}'",
      ),
    ],
    ["by managing", any("manage ipv6s", "compartment platform")],
    ["by managing the family", any("manage virtual-network-family", "compartment platform")],
    ["by using the family", any("use virtual-network-family", "compartment platform")],
    ["by using everything", any("use all-resources", "compartment platform")],
    [
      "to a dynamic group of clusters",
      "Allow dynamic-group clusters to use ipv6s in compartment platform",
      clusters(clusterGroup),
    ],
    [
      "to a dynamic group of this cluster",
      "Allow dynamic-group clusters to use ipv6s in compartment platform",
      clusters(`resource.id = '${main}'`),
    ],
    ["to a dynamic group elsewhere", "Allow dynamic-group clusters to use ipv6s in compartment platform"],
    ["with no condition", any("use ipv6s", "compartment platform", "")],
    [
      "for one operation",
      any(
        "use ipv6s",
        "compartment platform",
        " where all {request.principal.type = 'cluster', request.operation = 'CreateIpv6'}",
      ),
    ],
    ["by a pattern", any("use ipv6s", "compartment platform", " where request.principal.type = /clus*/")],
    [
      "by an OCID that is not in the code",
      any("use ipv6s", "compartment platform", " where request.principal.id = 'ocid1.cluster.oc1..x'"),
    ],
    ["in a place that a variable names", any("use ipv6s", "${var.scope}")],
    [
      "where a deny concerns another type",
      [
        any("use ipv6s", "tenancy", byType),
        "deny any-user to use ipv6s in tenancy where request.principal.type = 'nodepool'",
      ],
    ],
    [
      "where a deny takes managing",
      [any("use ipv6s", "tenancy", byType), "deny any-user to manage ipv6s in tenancy"],
    ],
  ],
  [
    ["nothing about it", "Allow group A to read buckets in tenancy"],
    ["reading", any("read ipv6s", "compartment platform")],
    ["reading the family", any("read virtual-network-family", "compartment platform")],
    ["inspecting everything", any("inspect all-resources", "tenancy")],
    ["another type of resource", any("use private-ips", "compartment platform")],
    ["a type in the singular", any("use ipv6", "compartment platform")],
    ["another family", any("manage cluster-family", "compartment platform")],
    ["a group of people", "Allow group clusters to use ipv6s in compartment platform"],
    ["a service", "Allow service oke to use ipv6s in compartment platform"],
    [
      "another type of principal",
      any("use ipv6s", "compartment platform", " where request.principal.type = 'nodepool'"),
    ],
    [
      "workloads",
      any(
        "use ipv6s",
        "compartment platform",
        " where all {request.principal.type = 'workload', request.principal.namespace = 'a'}",
      ),
    ],
    [
      "another cluster",
      any("use ipv6s", "compartment platform", ` where request.principal.id = '${second}'`),
    ],
    [
      "every cluster but this",
      any("use ipv6s", "compartment platform", ` where request.principal.id != '${main}'`),
    ],
    [
      "every type but clusters",
      any("use ipv6s", "compartment platform", " where request.principal.type != 'cluster'"),
    ],
    [
      "a pattern for others",
      any("use ipv6s", "compartment platform", " where request.principal.type = /node*/"),
    ],
    [
      "another compartment of the principal",
      any(
        "use ipv6s",
        "compartment platform",
        " where request.principal.compartment.id = '${oci_identity_compartment.other.id}'",
      ),
    ],
    ["the child compartment", any("use ipv6s", "compartment platform:pools")],
    ["the sibling", any("use ipv6s", `compartment ${id("other")}`)],
    [
      "another tenancy",
      "Endorse any-user to use ipv6s in any-tenancy where request.principal.type = 'cluster'",
    ],
    [
      "a user's condition",
      any("use ipv6s", "compartment platform", " where request.user.id = 'ocid1.user.oc1..u'"),
    ],
    ["a deny", [any("use ipv6s", "compartment platform"), "deny any-user to use ipv6s in tenancy"]],
    [
      "a deny of a lower verb",
      [
        any("manage ipv6s", "compartment platform"),
        "deny any-user to inspect virtual-network-family in tenancy",
      ],
    ],
    [
      "a deny for clusters",
      [any("use ipv6s", "tenancy"), `deny any-user to use all-resources in compartment company${byType}`],
    ],
    [
      "a dynamic group of other clusters",
      "Allow dynamic-group clusters to use ipv6s in compartment platform",
      clusters(
        "ALL {resource.type = 'cluster', resource.compartment.id = '${oci_identity_compartment.other.id}'}",
      ),
    ],
    [
      "a dynamic group of instances",
      "Allow dynamic-group clusters to use ipv6s in compartment platform",
      clusters("instance.compartment.id = '${oci_identity_compartment.platform.id}'"),
    ],
  ],
);

// ---------------------------------------------------------------- resources in another compartment

const apart = `${compartments}${cluster("", "other")}
resource "oci_containerengine_node_pool" "pool" {
  cluster_id     = oci_containerengine_cluster.main.id
  compartment_id = oci_identity_compartment.other.id
  name           = "pool"
  node_shape     = "VM.Standard.E5.Flex"
}
`;
const trio = (place: string, condition = byId) =>
  ["manage instances", "use private-ips", "use network-security-groups"].map((action) =>
    any(action, place, condition),
  );
const [instances, addresses, groups] = trio("compartment other") as [string, string, string];
const without = (left: number) => trio("compartment other").filter((_, index) => index !== left);

table(
  "working in another compartment",
  ["missing-cross-compartment-grant"],
  apart,
  [
    ["as documented, wide", trio("tenancy", byType)],
    ["as documented, narrow", trio(`compartment ${id("other")}`)],
    ["by name", trio("compartment other")],
    ["by path", trio("compartment company:other")],
    ["in the parent", trio("compartment company")],
    ["by type in the compartment", trio("compartment other", byType)],
    [
      "by the principal's compartment",
      trio(
        "compartment other",
        " where request.principal.compartment.id = '${oci_identity_compartment.platform.id}'",
      ),
    ],
    ["without a condition", trio("compartment other", "")],
    [
      "by families",
      [
        any("manage instance-family", "compartment other"),
        any("use virtual-network-family", "compartment other"),
      ],
    ],
    ["by managing the network", [instances, any("manage virtual-network-family", "compartment other")]],
    ["by everything", any("manage all-resources", "compartment other")],
    [
      "by higher verbs",
      [
        instances,
        any("manage private-ips", "compartment other"),
        any("manage network-security-groups", "compartment other"),
      ],
    ],
    [
      "by the singular that works",
      [instances, addresses, any("use network-security-group", "compartment other")],
    ],
    [
      "to a dynamic group",
      ["Allow dynamic-group clusters to manage all-resources in compartment other"],
      clusters(clusterGroup),
    ],
    [
      "to a dynamic group elsewhere",
      "Allow dynamic-group clusters to manage all-resources in compartment other",
    ],
    [
      "in different places",
      [any("manage instances", "tenancy"), any("use private-ips", "compartment company"), groups],
    ],
    [
      "over several files",
      instances,
      {
        "network.policy": `${addresses.replaceAll("${oci_containerengine_cluster.main.id}", "ocid1.cluster.oc1..c")}\n${groups.replaceAll("${oci_containerengine_cluster.main.id}", "ocid1.cluster.oc1..c")}\n`,
      },
    ],
    [
      "by a command",
      [instances, addresses],
      {
        "iam.sh":
          "oci iam policy create --statements '[\"Allow any-user to use network-security-groups in compartment other\"]'\n",
      },
    ],
    [
      "with an unknown principal",
      trio("compartment other", " where request.principal.id = '${var.cluster_id}'"),
    ],
    ["with an unknown place", trio("compartment id ${var.network}")],
    [
      "where a deny concerns others",
      [
        ...trio("compartment other"),
        `deny any-user to manage instances in tenancy where request.principal.id = '${second}'`,
      ],
    ],
  ],
  [
    ["nothing about it", "Allow group A to read buckets in tenancy"],
    ["no instances", without(0)],
    ["no private IPs", without(1)],
    ["no network security groups", without(2)],
    ["one only", instances],
    ["the cluster's own compartment", trio("compartment platform")],
    ["its own compartment by reference", trio(`compartment ${id("platform")}`)],
    ["a child of its own", trio(`compartment ${id("pools")}`)],
    ["instances, a verb too low", [any("use instances", "compartment other"), addresses, groups]],
    ["private IPs, a verb too low", [instances, any("read private-ips", "compartment other"), groups]],
    [
      "groups, a verb too low",
      [instances, addresses, any("inspect network-security-groups", "compartment other")],
    ],
    ["the network, a verb too low", [instances, any("read virtual-network-family", "compartment other")]],
    ["instances, the family too low", [any("use instance-family", "compartment other"), addresses, groups]],
    [
      "another family for instances",
      [any("manage compute-management-family", "compartment other"), addresses, groups],
    ],
    ["public IPs instead", [instances, any("use public-ips", "compartment other"), groups]],
    ["security lists instead", [instances, addresses, any("manage security-lists", "compartment other")]],
    ["another cluster", trio("compartment other", ` where request.principal.id = '${second}'`)],
    ["node pools as principals", trio("compartment other", " where request.principal.type = 'nodepool'")],
    [
      "one of them for node pools",
      [
        instances,
        addresses,
        any("use network-security-groups", "compartment other", " where request.principal.type = 'nodepool'"),
      ],
    ],
    ["a group of people", ["Allow group clusters to manage all-resources in compartment other"]],
    ["a service", ["Allow service oke to manage all-resources in compartment other"]],
    [
      "a deny of one",
      [...trio("compartment other"), "deny any-user to use private-ips in compartment other"],
    ],
    [
      "a deny of all",
      [...trio("tenancy", byType), "deny any-user to inspect all-resources in compartment company"],
    ],
    [
      "other clusters' group",
      "Allow dynamic-group clusters to manage all-resources in compartment other",
      clusters(
        "ALL {resource.type = 'cluster', resource.compartment.id = '${oci_identity_compartment.other.id}'}",
      ),
    ],
  ],
);

// ---------------------------------------------------------------- workload identity

const store = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: {name: vault, namespace: shop}
spec:
  provider:
    oracle:
      vault: ocid1.vault.oc1..v
      region: eu-frankfurt-1
      principalType: Workload
      serviceAccountRef: {name: reader}
`;
const conditions = (parts: Readonly<Record<string, string>> = {}) => {
  const all = {
    type: "workload",
    namespace: "shop",
    service_account: "reader",
    cluster_id: "ocid1.cluster.oc1..c",
    ...parts,
  };
  return Object.entries(all)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `request.principal.${name} = '${value}'`)
    .join(", ");
};
const workload = (
  action = "read secret-bundles",
  place = "compartment vault",
  parts: Readonly<Record<string, string>> = {},
  match = "all",
) => `Allow any-user to ${action} in ${place} where ${match} {${conditions(parts)}}`;

table(
  "reading secrets as a workload",
  ["missing-vault-grant"],
  `${compartments}${cluster()}`,
  (
    [
      ["as documented", workload()],
      ["in the tenancy", workload("read secret-bundles", "tenancy")],
      ["by reference to the cluster", workload("read secret-bundles", "tenancy", { cluster_id: main })],
      [
        "in a compartment by OCID",
        workload("read secret-bundles", "compartment id ocid1.compartment.oc1..v"),
      ],
      ["by the family", workload("read secret-family")],
      ["by using the family", workload("use secret-family")],
      ["by managing the family", workload("manage secret-family")],
      ["by using the bundles", workload("use secret-bundles")],
      ["by reading everything", workload("read all-resources")],
      ["by managing everything", workload("manage all-resources")],
      ["by the permission", workload("{SECRET_BUNDLE_INSPECT, SECRET_BUNDLE_READ}")],
      ["without the cluster", workload("read secret-bundles", "tenancy", { cluster_id: "" })],
      ["without the namespace", workload("read secret-bundles", "tenancy", { namespace: "" })],
      ["without the account", workload("read secret-bundles", "tenancy", { service_account: "" })],
      [
        "by type alone",
        workload("read secret-bundles", "tenancy", { cluster_id: "", namespace: "", service_account: "" }),
      ],
      ["in capitals", workload("READ Secret-Bundles", "TENANCY", { type: "Workload", namespace: "Shop" })],
      ["joined with any", workload("read secret-bundles", "tenancy", {}, "any")],
      [
        "for one of two accounts",
        `Allow any-user to read secret-bundles in tenancy where all {request.principal.type = 'workload', request.principal.namespace = 'shop', any {request.principal.service_account = 'web', request.principal.service_account = 'reader'}}`,
      ],
      [
        "by a pattern",
        `Allow any-user to read secret-bundles in tenancy where all {request.principal.type = 'workload', request.principal.namespace = /sh*/, request.principal.service_account = 'reader'}`,
      ],
      [
        "by an unknown account",
        workload("read secret-bundles", "tenancy", { service_account: "${var.account}" }),
      ],
      ["for a named secret", `${workload().slice(0, -1)}, target.secret.name = 'db'}`],
      [
        "where a deny concerns another account",
        [
          workload("read secret-bundles", "tenancy"),
          workload("read secret-bundles", "tenancy", { service_account: "web" }).replace("Allow", "deny"),
        ],
      ],
    ] as readonly Row[]
  ).map(([name, statements]) => [name, statements, { "store.yaml": store }] as const),
  (
    [
      ["nothing about it", "Allow group A to read buckets in tenancy"],
      ["managing vaults", workload("manage vaults")],
      ["reading the metadata of secrets", workload("read secrets")],
      ["managing secrets", workload("manage secrets")],
      ["inspecting bundles", workload("inspect secret-bundles")],
      ["inspecting the family", workload("inspect secret-family")],
      ["the key", workload("use keys")],
      ["another permission", workload("{SECRET_READ}")],
      ["another account", workload("read secret-bundles", "tenancy", { service_account: "web" })],
      ["the default account", workload("read secret-bundles", "tenancy", { service_account: "default" })],
      ["another namespace", workload("read secret-bundles", "tenancy", { namespace: "bank" })],
      [
        "the operator's namespace",
        workload("read secret-bundles", "tenancy", { namespace: "external-secrets" }),
      ],
      [
        "namespace and account exchanged",
        workload("read secret-bundles", "tenancy", { namespace: "reader", service_account: "shop" }),
      ],
      ["clusters", workload("read secret-bundles", "tenancy", { type: "cluster" })],
      [
        "instances",
        "Allow any-user to read secret-bundles in tenancy where request.principal.type = 'instance'",
      ],
      ["a dynamic group", "Allow dynamic-group reader to read secret-bundles in tenancy"],
      ["a group of people", "Allow group reader to read secret-bundles in tenancy"],
      ["a service", "Allow service oke to read secret-bundles in tenancy"],
      [
        "every account but this",
        "Allow any-user to read secret-bundles in tenancy where all {request.principal.type = 'workload', request.principal.service_account != 'reader'}",
      ],
      [
        "another account by pattern",
        "Allow any-user to read secret-bundles in tenancy where all {request.principal.type = 'workload', request.principal.service_account = /web*/}",
      ],
      [
        "people's names",
        "Allow any-user to read secret-bundles in tenancy where request.user.name = 'reader'",
      ],
      [
        "another tenancy",
        "Endorse any-user to read secret-bundles in any-tenancy where request.principal.type = 'workload'",
      ],
      [
        "a deny",
        [
          workload("read secret-bundles", "tenancy"),
          "deny any-user to read secret-bundles in tenancy where request.principal.type = 'workload'",
        ],
      ],
      [
        "a deny of the family",
        [workload("manage secret-family", "tenancy"), "deny any-user to inspect secret-family in tenancy"],
      ],
    ] as readonly Row[]
  ).map(([name, statements]) => [name, statements, { "store.yaml": store }] as const),
);
