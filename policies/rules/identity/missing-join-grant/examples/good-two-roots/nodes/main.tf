variable "compartment_ocid" {
  description = "The compartment of the nodes, whatever the other root calls it"
  type        = string
}

resource "oci_containerengine_cluster" "main" {
  name               = "main"
  compartment_id     = var.compartment_ocid
  vcn_id             = var.vcn_id
  kubernetes_version = "v1.31.1"
  type               = "ENHANCED_CLUSTER"

  cluster_pod_network_options {
    cni_type = "FLANNEL_OVERLAY"
  }

  endpoint_config {
    subnet_id = var.endpoint_subnet_id
    nsg_ids   = [var.endpoint_nsg_id]
  }

  image_policy_config {
    is_policy_enabled = true
    key_details {
      kms_key_id = var.kms_key_id
    }
  }
  kms_key_id = var.kms_key_id
}

resource "oci_core_instance" "gpu" {
  compartment_id      = var.compartment_ocid
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  display_name        = "gpu"

  create_vnic_details {
    subnet_id        = var.subnet_id
    assign_public_ip = false
  }
  source_details {
    source_type = "image"
    source_id   = var.image_id
  }
  metadata = {
    user_data = base64encode("#!/bin/bash\nbash /etc/oke/oke-install.sh --apiserver-endpoint ${split(":", oci_containerengine_cluster.main.endpoints[0].private_endpoint)[0]} --kubelet-ca-cert ${var.ca}\n")
  }
}

variable "ca" {}
variable "endpoint_nsg_id" {}
variable "endpoint_subnet_id" {}
variable "image_id" {}
variable "kms_key_id" {}
variable "subnet_id" {}
variable "vcn_id" {}
