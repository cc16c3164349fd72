variable "compartment_id" {
  type = string
}

variable "endpoint_nsg_id" {
  type = string
}

variable "endpoint_subnet_id" {
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
  kubernetes_version = "v1.31.1"
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id

  cluster_pod_network_options {
    cni_type = "FLANNEL_OVERLAY"
  }

  endpoint_config {
    subnet_id = var.endpoint_subnet_id
    nsg_ids   = [var.endpoint_nsg_id]
  }
}

terraform {
  backend "http" {}
}
