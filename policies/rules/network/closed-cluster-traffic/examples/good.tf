variable "availability_domain" {
  type = string
}

variable "compartment_id" {
  type = string
}

variable "kms_key_id" {
  type = string
}

variable "route_table_id" {
  type = string
}

variable "vcn_id" {
  type = string
}

resource "oci_core_security_list" "empty" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id
  display_name   = "empty"
}

resource "oci_core_subnet" "endpoint" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "endpoint"
  cidr_block                 = "10.0.1.0/28"
  prohibit_public_ip_on_vnic = true
  security_list_ids = [oci_core_security_list.empty.id]
  route_table_id = var.route_table_id
}

resource "oci_core_subnet" "nodes" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "nodes"
  cidr_block                 = "10.0.2.0/24"
  prohibit_public_ip_on_vnic = true
  security_list_ids = [oci_core_security_list.empty.id]
  route_table_id = var.route_table_id
}

resource "oci_core_subnet" "pods" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "pods"
  cidr_block                 = "10.0.16.0/20"
  prohibit_public_ip_on_vnic = true
  security_list_ids = [oci_core_security_list.empty.id]
  route_table_id = var.route_table_id
}

resource "oci_containerengine_cluster" "main" {
  name               = "main"
  compartment_id     = var.compartment_id
  vcn_id             = var.vcn_id
  kubernetes_version = "v1.33.1"
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }

  endpoint_config {
    subnet_id = oci_core_subnet.endpoint.id
    nsg_ids   = [oci_core_network_security_group.endpoint.id]
  }
}

resource "oci_containerengine_node_pool" "web" {
  name               = "web"
  cluster_id         = oci_containerengine_cluster.main.id
  compartment_id     = var.compartment_id
  kubernetes_version = "v1.33.1"
  node_shape         = "VM.Standard.E4.Flex"

  node_shape_config {
    ocpus         = 2
    memory_in_gbs = 32
  }

  node_config_details {
    size    = 3
    nsg_ids = [oci_core_network_security_group.nodes.id]

    placement_configs {
      availability_domain = var.availability_domain
      subnet_id           = oci_core_subnet.nodes.id
    }

    node_pool_pod_network_option_details {
      cni_type          = "OCI_VCN_IP_NATIVE"
      max_pods_per_node = 31
      pod_subnet_ids    = [oci_core_subnet.pods.id]
      pod_nsg_ids       = [oci_core_network_security_group.pods.id]
    }
  }
}

resource "oci_core_network_security_group" "endpoint" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id
  display_name   = "endpoint"
}

resource "oci_core_network_security_group" "nodes" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id
  display_name   = "nodes"
}

resource "oci_core_network_security_group" "pods" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id
  display_name   = "pods"
}

locals {
  groups = {
    endpoint = oci_core_network_security_group.endpoint.id
    nodes    = oci_core_network_security_group.nodes.id
    pods     = oci_core_network_security_group.pods.id
  }
}

resource "oci_core_network_security_group_security_rule" "inside" {
  for_each                  = local.groups
  network_security_group_id = each.value
  direction                 = "INGRESS"
  protocol                  = "all"
  source                    = "10.0.0.0/16"
  source_type               = "CIDR_BLOCK"
}

resource "oci_core_network_security_group_security_rule" "out" {
  for_each                  = local.groups
  network_security_group_id = each.value
  direction                 = "EGRESS"
  protocol                  = "all"
  destination               = "0.0.0.0/0"
  destination_type          = "CIDR_BLOCK"
}
