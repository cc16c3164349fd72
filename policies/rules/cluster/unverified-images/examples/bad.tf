variable "compartment_id" {
  type = string
}

variable "kms_key_id" {
  type = string
}

variable "vcn_id" {
  type = string
}

resource "oci_containerengine_cluster" "main" { # expect: unverified-images
  name               = "main"
  compartment_id     = var.compartment_id
  vcn_id             = var.vcn_id
  kubernetes_version = "v1.33.1"
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }
}

resource "oci_containerengine_cluster" "spare" {
  name               = "spare"
  compartment_id     = var.compartment_id
  vcn_id             = var.vcn_id
  kubernetes_version = "v1.33.1"
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }

  image_policy_config {
    is_policy_enabled = false # expect: unverified-images
  }
}
