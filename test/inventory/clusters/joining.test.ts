// Self-managed nodes that only a dynamic group and a policy tell.
import { describe, expect, it } from "vitest";
import { built } from "../cloud/inventory-of.ts";

const POLICY = `resource "oci_identity_policy" "join" {
  compartment_id = var.compartment_id
  name           = "join"
  statements     = ["Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment id \${var.compartment_id}"]
}
`;
const group = (rule: string) => `variable "compartment_id" {}
variable "other_id" {}
resource "oci_identity_dynamic_group" "nodes" {
  name          = "Nodes"
  matching_rule = "${rule}"
}
`;
const NEARBY = group("ALL {instance.compartment.id = '${var.compartment_id}'}");
const instance = (more = "", name = "gpu") => `resource "oci_core_instance" "${name}" {
  compartment_id = var.compartment_id
  shape          = "BM.GPU.H100.8"
  ${more}
}
`;
const pools = (...texts: string[]) => built(texts.join("")).lists.node_pools.map(({ address }) => address);

describe("an instance of a dynamic group that may join", () => {
  it("is a self-managed node", () => {
    expect(pools(NEARBY, POLICY, instance())).toEqual(["oci_core_instance.gpu"]);
    expect(built(`${NEARBY}${POLICY}${instance()}`).lists.node_pools[0]).toMatchObject({
      mode: "self-managed",
      form: "instance",
      cloud_init: { state: "absent" },
    });
  });

  it("is told by its id, by a tag, and by the group's address", () => {
    const byId = group("ANY {instance.id = '${oci_core_instance.gpu.id}'}");
    expect(pools(byId, POLICY, instance(), instance("", "other"))).toEqual(["oci_core_instance.gpu"]);
    const byTag = group("tag.Oracle-Tags.role.value = 'node'");
    expect(pools(byTag, POLICY, instance('defined_tags = { "oracle-tags.Role" = "node" }'))).toHaveLength(1);
    expect(pools(byTag, POLICY, instance('defined_tags = { "oracle-tags.role" = "web" }'))).toEqual([]);
    const named = POLICY.replace(
      "dynamic-group nodes",
      "dynamic-group ${oci_identity_dynamic_group.nodes.name}",
    );
    expect(pools(NEARBY, named, instance())).toHaveLength(1);
  });

  it("is one also in a configuration that a pool uses", () => {
    const configured = `resource "oci_core_instance_configuration" "c" {
  compartment_id = var.compartment_id
  instance_details {
    instance_type = "compute"
    launch_details {
      compartment_id = var.compartment_id
      shape          = "BM.GPU.H100.8"
    }
  }
}
resource "oci_core_instance_pool" "p" {
  compartment_id            = var.compartment_id
  instance_configuration_id = oci_core_instance_configuration.c.id
  size                      = 2
}
`;
    expect(pools(NEARBY, POLICY, configured)).toEqual(["oci_core_instance_pool.p"]);
  });

  it.each([
    ["is in another compartment", [NEARBY, POLICY, instance().replace("var.compartment_id", "var.other_id")]],
    [
      "is in a group that may not",
      [NEARBY, POLICY.replace("dynamic-group nodes", "dynamic-group others"), instance()],
    ],
    [
      "is in a group that manages clusters",
      [NEARBY, POLICY.replace("{CLUSTER_JOIN}", "manage cluster-family"), instance()],
    ],
    [
      "is left out by another term",
      [
        group("ALL {instance.compartment.id = '${var.compartment_id}', tag.a.b.value = 'c'}"),
        POLICY,
        instance(),
      ],
    ],
    ["is matched by something else", [group("resource.type = 'cluster'"), POLICY, instance()]],
    ["is no machine of the cluster by its name", [NEARBY, POLICY, instance("", "bastion")]],
    [
      "has a public address",
      [NEARBY, POLICY, instance("create_vnic_details {\n    assign_public_ip = true\n  }")],
    ],
    [
      "runs another script",
      [
        NEARBY,
        POLICY,
        instance('metadata = { user_data = base64encode("#!/bin/bash\\nnginx ${var.other_id}") }'),
      ],
    ],
    [
      "stands beside a module that may make the nodes",
      [NEARBY, POLICY, instance(), 'module "nodes" {\n  source = "example/nodes/oci"\n}\n'],
    ],
  ])("is none when it %s", (_, texts) => {
    expect(pools(...texts)).toEqual([]);
  });

  it("is none beside nodes that show themselves", () => {
    const shown = instance('metadata = { oke-max-pods = "31" }', "shown");
    expect(pools(NEARBY, POLICY, instance(), shown)).toEqual(["oci_core_instance.shown"]);
  });
});
