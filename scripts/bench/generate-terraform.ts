// Makes Terraform files from a seed, the same on every machine: clusters with their networks and pools, each file a root of its own.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "./generate.ts";

const SHAPES = ["VM.Standard.E4.Flex", "VM.Standard.E5.Flex", "VM.Standard3.Flex"];

/** Writes `files` folders of one `main.tf` each. */
export function writeTerraform(folder: string, files: number, seed: number): void {
  const random = seeded(seed);
  for (let index = 0; index < files; index++) {
    const root = join(folder, `stack-${String(index).padStart(4, "0")}`);
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, "main.tf"), stack(index, random));
  }
}

/** Writes `modules` root modules as people part them: clusters, network, variables and outputs in a file each. */
export function writeModules(folder: string, modules: number, seed: number): void {
  const random = seeded(seed);
  for (let index = 0; index < modules; index++) {
    const root = join(folder, `stack-${String(index).padStart(4, "0")}`);
    mkdirSync(root, { recursive: true });
    const blocks = stack(index, random).split(/^(?=variable|locals|resource)/m);
    const isNetwork = (block: string) => block.startsWith('resource "oci_core_');
    const isVariable = (block: string) => block.startsWith("variable");
    writeFileSync(
      join(root, "main.tf"),
      blocks.filter((block) => !isNetwork(block) && !isVariable(block)).join(""),
    );
    writeFileSync(join(root, "network.tf"), blocks.filter(isNetwork).join(""));
    writeFileSync(join(root, "variables.tf"), [...blocks.filter(isVariable), ...SETTINGS].join("\n"));
    writeFileSync(join(root, "outputs.tf"), OUTPUTS.join("\n"));
  }
}

const SETTINGS = ["region", "environment", "owner", "cost_center", "vault_id", "log_group_id"].map(
  (name) => `variable "${name}" {
  description = "The ${name} that everything in this stack belongs to."
  type        = string
  default     = null

  validation {
    condition     = var.${name} == null || can(regex("^[a-z0-9.-]+$", var.${name}))
    error_message = "The ${name} may hold small letters, digits, dots and dashes."
  }
}
`,
);

const OUTPUTS = ["cluster", "node_pool"].map(
  (kind) => `output "${kind}_id" {
  description = "OCID of the ${kind}."
  value       = oci_containerengine_${kind}.main.id
}
`,
);

function stack(index: number, random: () => number): string {
  const shape = SHAPES[Math.floor(random() * SHAPES.length)]!;
  const size = 1 + Math.floor(random() * 5);
  return `variable "compartment_id" {
  type = string
}

variable "ports" {
  default = [6443, 12250, 10250]
}

locals {
  name = "stack-${index}"
  tags = merge({ team = "shop" }, { stack = format("%s-%d", "shop", ${index}) })
}

resource "oci_core_vcn" "main" {
  compartment_id = var.compartment_id
  cidr_blocks    = ["10.${index % 200}.0.0/16"]
}

resource "oci_core_subnet" "pods" {
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.main.id
  cidr_block                 = cidrsubnet("10.${index % 200}.0.0/16", 4, 1)
  prohibit_public_ip_on_vnic = ${random() < 0.8}
}

resource "oci_core_network_security_group_rule" "ports" {
  for_each                  = toset([for port in var.ports : tostring(port)])
  network_security_group_id = oci_core_network_security_group.pods.id
  direction                 = "INGRESS"
  protocol                  = "6"
  source                    = oci_core_subnet.pods.cidr_block
  tcp_options {
    destination_port_range {
      min = each.value
      max = each.value
    }
  }
}

resource "oci_core_network_security_group" "pods" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.main.id
}

resource "oci_containerengine_cluster" "main" {
  compartment_id     = var.compartment_id
  name               = "\${local.name}-cluster"
  kubernetes_version = "v1.31.1"
  type               = "${random() < 0.8 ? "ENHANCED" : "BASIC"}_CLUSTER"
  vcn_id             = oci_core_vcn.main.id
  freeform_tags      = local.tags
  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }
}

resource "oci_containerengine_node_pool" "main" {
  cluster_id     = oci_containerengine_cluster.main.id
  compartment_id = var.compartment_id
  name           = "\${local.name}-pool"
  node_shape     = "${shape}"
  node_shape_config {
    ocpus         = 2
    memory_in_gbs = 16
  }
  node_config_details {
    size = ${size}
    node_pool_pod_network_option_details {
      cni_type          = "OCI_VCN_IP_NATIVE"
      max_pods_per_node = 31
      pod_subnet_ids    = [oci_core_subnet.pods.id]
    }
  }
}
`;
}
