variable "compartment_id" {
  type = string
}

variable "vault_endpoint" {
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
  kms_key_id         = oci_kms_key.secrets.id

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }
}

resource "oci_kms_key" "secrets" { # expect: destroyable-encryption-key
  compartment_id      = var.compartment_id
  display_name        = "cluster secrets"
  management_endpoint = var.vault_endpoint

  key_shape {
    algorithm = "AES"
    length    = 32
  }

  lifecycle {
    ignore_changes = [defined_tags]
  }
}
