variable "compartment_id" {
  type = string
}

variable "kms_key_id" {
  type = string
}

variable "vcn_id" {
  type = string
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
}

resource "oci_containerengine_addon" "network" {
  addon_name                       = "OciVcnIpNative"
  cluster_id                       = oci_containerengine_cluster.main.id
  remove_addon_resources_on_delete = true
  version                          = "1.1.0" # expect: pinned-network-add-on
}
