// Knowing less never says something else: whatever variables hide is missing or a reference, and everything else stays as it was.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/model/document.ts";
import { built } from "./inventory-of.ts";

/** `§value§` may be hidden behind a variable. */
const TEMPLATE = `resource "oci_containerengine_cluster" "c" {
  type               = §"BASIC_CLUSTER"§
  kubernetes_version = §"v1.30.1"§
  kms_key_id         = §"ocid1.key.oc1..k"§
  vcn_id             = §oci_core_vcn.v.id§
  cluster_pod_network_options {
    cni_type = §"OCI_VCN_IP_NATIVE"§
  }
  endpoint_config {
    subnet_id            = §oci_core_subnet.a.id§
    is_public_ip_enabled = §true§
    nsg_ids              = §[oci_core_network_security_group.g.id]§
  }
  options {
    service_lb_subnet_ids = §[oci_core_subnet.a.id]§
    ip_families           = §["IPv4", "IPv6"]§
  }
}
resource "oci_containerengine_node_pool" "p" {
  cluster_id         = §oci_containerengine_cluster.c.id§
  kubernetes_version = §"v1.29.1"§
  node_shape         = §"VM.Standard.E4.Flex"§
  node_shape_config {
    ocpus = §3§
  }
  node_config_details {
    size = §4§
    placement_configs {
      availability_domain = §"AD-1"§
      subnet_id           = §oci_core_subnet.a.id§
      fault_domains       = §["FAULT-DOMAIN-1"]§
    }
    node_pool_pod_network_option_details {
      cni_type          = §"OCI_VCN_IP_NATIVE"§
      max_pods_per_node = §62§
      pod_subnet_ids    = §[oci_core_subnet.a.id]§
    }
  }
  initial_node_labels {
    key   = §"tier"§
    value = §"web"§
  }
  node_source_details {
    image_id = §"Oracle-Linux-8.9-2024.01.26-0-OKE-1.29.1-679"§
  }
  node_metadata = §{ user_data = "#!/bin/bash" }§
  ssh_public_key = §"ssh-rsa x"§
}
resource "oci_containerengine_virtual_node_pool" "v" {
  size = §2§
  pod_configuration {
    shape     = §"Pod.Standard.E4.Flex"§
    subnet_id = §oci_core_subnet.a.id§
    nsg_ids   = §[oci_core_network_security_group.g.id]§
  }
  placement_configurations {
    fault_domain = §["FAULT-DOMAIN-1"]§
  }
  taints {
    key    = §"k"§
    effect = §"NoSchedule"§
  }
}
resource "oci_core_vcn" "v" {
  cidr_blocks = §["10.0.0.0/16"]§
}
resource "oci_core_subnet" "a" {
  vcn_id                     = §oci_core_vcn.v.id§
  cidr_block                 = §"10.0.0.0/24"§
  prohibit_public_ip_on_vnic = §true§
  availability_domain        = §"AD-1"§
  route_table_id             = §oci_core_route_table.r.id§
  security_list_ids          = §[oci_core_security_list.l.id]§
  ipv6cidr_block             = §"fd00::/64"§
}
resource "oci_core_nat_gateway" "n" {}
resource "oci_core_route_table" "r" {
  route_rules {
    destination       = §"0.0.0.0/0"§
    destination_type  = §"CIDR_BLOCK"§
    network_entity_id = §oci_core_nat_gateway.n.id§
  }
}
resource "oci_core_security_list" "l" {
  ingress_security_rules {
    protocol  = §"6"§
    source    = §"10.0.0.0/24"§
    stateless = §true§
    tcp_options {
      min = §80§
      max = §81§
    }
  }
}
resource "oci_core_network_security_group" "g" {}
resource "oci_core_network_security_group_security_rule" "r" {
  network_security_group_id = oci_core_network_security_group.g.id
  direction                 = §"EGRESS"§
  protocol                  = §"1"§
  destination               = §"10.0.0.0/8"§
  icmp_options {
    type = §3§
    code = §4§
  }
}
resource "oci_core_instance" "i" {
  shape = §"BM.GPU.H100.8"§
  metadata = {
    oke-native-pod-networking = §"true"§
    oke-max-pods              = §"31"§
    pod-subnets               = §oci_core_subnet.a.id§
    oke-k8version             = "v1.30.1"
  }
}
module "oke" {
  source       = "oracle-terraform-modules/oke/oci"
  version      = "5.4.3"
  cluster_type = §"enhanced"§
  cni_type     = §"npn"§
  vcn_cidrs    = §["10.1.0.0/16"]§
  enable_ipv6  = §false§
  worker_pools = {
    a = {
      mode              = "node-pool"
      size              = §3§
      shape             = §"VM.Standard.E4.Flex"§
      ocpus             = §2§
      max_pods_per_node = §31§
    }
  }
}
`;

const parts = TEMPLATE.split("§");
const holes = (parts.length - 1) / 2;

/** The values whose bit is set are variables nobody gives a value. */
function text(hidden: ReadonlySet<number>): string {
  const values = parts.map((part, index) =>
    index % 2 === 1 && hidden.has((index - 1) / 2) ? `var.v${(index - 1) / 2}` : part,
  );
  return `${values.join("")}\n${[...hidden].map((index) => `variable "v${index}" {}`).join("\n")}\n`;
}

const whole = built(text(new Set())).lists;

/** Paths of `less` that say something else than `more`. References are compared by what they lead to; text about doubt is left out. */
function contradictions(less: Json, more: Json | undefined, path: string): string[] {
  if (less !== null && typeof less === "object" && !Array.isArray(less)) {
    const members = less as { readonly [key: string]: Json };
    if (typeof members["ref"] === "string")
      return members["kind"] === "expression" && members["id"] === undefined ? [] : same(less, more, path);
    const other =
      more !== null && typeof more === "object" && !Array.isArray(more)
        ? (more as { readonly [key: string]: Json })
        : {};
    return Object.entries(members).flatMap(([name, value]) =>
      name === "unknown" || name === "defaults" ? [] : contradictions(value, other[name], `${path}.${name}`),
    );
  }
  if (Array.isArray(less)) {
    const other = Array.isArray(more) ? more : [];
    return less.flatMap((item: Json, index) =>
      contradictions(item, other[index] as Json | undefined, `${path}.${index}`),
    );
  }
  return same(less, more, path);
}

function same(less: Json, more: Json | undefined, path: string): string[] {
  return JSON.stringify(less) === JSON.stringify(more)
    ? []
    : [`${path}: ${JSON.stringify(less)} instead of ${JSON.stringify(more)}`];
}

/** What it takes to say "there may be others", "nothing is there", or to know who made it is not said of the thing itself. */
const ABOUT_KNOWLEDGE = /\.(?:complete|existence|cloud_init\.\w+|bootstrap)\b/;

describe("an inventory of which less is known", () => {
  it("has something to hide", () => {
    expect(holes).toBeGreaterThan(60);
    expect(whole.node_pools).toHaveLength(4);
  });

  it("says nothing else than one of which all is known", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: holes - 1 }), { maxLength: 12 }), (chosen) => {
        const less = built(text(new Set(chosen))).lists;
        const wrong = Object.entries(less).flatMap(([list, entries]) =>
          entries.flatMap((entry, index) => {
            const before = entries.slice(0, index).filter(({ address }) => address === entry.address).length;
            const more = whole[list as "clusters"].filter(({ address }) => address === entry.address)[before];
            return contradictions(
              entry as unknown as Json,
              more as unknown as Json,
              `${list} ${entry.address}`,
            );
          }),
        );
        expect(wrong.filter((one) => !ABOUT_KNOWLEDGE.test(one))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("names every single attribute that it does not know", () => {
    for (let index = 0; index < holes; index++) {
      const { lists } = built(text(new Set([index])));
      expect(JSON.stringify(lists), `v${index}: ${parts[index * 2 + 1]}`).toContain(`var.v${index}`);
    }
  });
});
