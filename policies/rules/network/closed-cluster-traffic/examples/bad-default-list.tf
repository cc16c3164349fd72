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

resource "oci_core_vcn" "main" {
  compartment_id = var.compartment_id
  display_name   = "main"
  cidr_blocks    = ["10.0.0.0/16"]
}

resource "oci_core_subnet" "nodes" { # expect: closed-cluster-traffic
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.main.id
  display_name               = "nodes"
  cidr_block                 = "10.0.2.0/24"
  prohibit_public_ip_on_vnic = true
  route_table_id = var.route_table_id
}

resource "oci_core_subnet" "pods" { # expect: closed-cluster-traffic
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.main.id
  display_name               = "pods"
  cidr_block                 = "10.0.16.0/20"
  prohibit_public_ip_on_vnic = true
  route_table_id = var.route_table_id
}

resource "oci_containerengine_cluster" "main" {
  name               = "main"
  compartment_id     = var.compartment_id
  vcn_id             = oci_core_vcn.main.id
  kubernetes_version = "v1.33.1"
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
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

    placement_configs {
      availability_domain = var.availability_domain
      subnet_id           = oci_core_subnet.nodes.id
    }

    node_pool_pod_network_option_details {
      cni_type          = "OCI_VCN_IP_NATIVE"
      max_pods_per_node = 31
      pod_subnet_ids    = [oci_core_subnet.pods.id]
    }
  }
}
