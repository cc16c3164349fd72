variable "compartment_id" {
  type = string
}

variable "kms_key_id" {
  type = string
}

resource "oci_core_vcn" "main" {
  compartment_id = var.compartment_id
  display_name   = "main"
  cidr_blocks    = ["10.0.0.0/16"]
}

resource "oci_containerengine_cluster" "main" {
  name               = "main"
  compartment_id     = var.compartment_id
  vcn_id             = oci_core_vcn.main.id
  kubernetes_version = "v1.33.1"
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id

  cluster_pod_network_options {
    cni_type = "FLANNEL_OVERLAY"
  }

  options {
    kubernetes_network_config {
      services_cidr = "10.96.0.0/16"
      pods_cidr     = "10.0.64.0/18" # expect: overlapping-cluster-network
    }
  }
}

resource "oci_containerengine_cluster" "two" {
  name               = "two"
  compartment_id     = var.compartment_id
  vcn_id             = oci_core_vcn.main.id
  kubernetes_version = "v1.33.1"
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }

  options {
    kubernetes_network_config {
      services_cidr = "10.0.128.0/20" # expect: overlapping-cluster-network
      pods_cidr     = "10.244.0.0/16"
    }
  }
}
