variable "kms_key_id" {
  type = string
}

variable "tenancy_ocid" {
  type = string
}

resource "oci_core_vcn" "main" {
  compartment_id = var.tenancy_ocid # expect: root-compartment
  display_name   = "main"
  cidr_blocks    = ["10.0.0.0/16"]
}

resource "oci_containerengine_cluster" "main" {
  name               = "main"
  compartment_id     = var.tenancy_ocid # expect: root-compartment
  vcn_id             = oci_core_vcn.main.id
  kubernetes_version = "v1.33.1"
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }
}
