# as-of: seed
variable "availability_domain" {
  type = string
}

variable "cluster_ca_certificate" {
  type = string
}

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

variable "node_nsg_id" {
  type = string
}

variable "node_subnet_id" {
  type = string
}

variable "tenancy_id" {
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

locals {
  endpoint = split(":", oci_containerengine_cluster.main.endpoints[0].private_endpoint)[0]

  bootstrap = <<-EOT
    #!/usr/bin/env bash
    bash /etc/oke/oke-install.sh \
      --apiserver-endpoint "${local.endpoint}" \
      --kubelet-ca-cert "${var.cluster_ca_certificate}"
  EOT
}

resource "oci_identity_dynamic_group" "nodes" {
  compartment_id = var.tenancy_id
  name           = "nodes"
  description    = "Self-managed nodes"
  matching_rule  = "ALL {instance.compartment.id = '${var.compartment_id}'}"
}

resource "oci_identity_policy" "nodes" {
  compartment_id = var.compartment_id
  name           = "nodes"
  description    = "Self-managed nodes join the cluster"
  statements = [
    "Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment id ${var.compartment_id} where target.cluster.id = '${oci_containerengine_cluster.main.id}'",
    "Allow any-user to use keys in compartment id ${var.compartment_id} where ALL {request.principal.type = 'cluster', target.key.id = '${var.kms_key_id}'}",
  ]
}

data "oci_core_images" "ubuntu" {
  compartment_id = var.compartment_id
  display_name   = "Canonical-Ubuntu-22.04-2024.05.31-0"
}

resource "oci_core_instance" "ubuntu" {
  display_name        = "ubuntu"
  compartment_id      = var.compartment_id
  availability_domain = var.availability_domain
  shape = "BM.GPU.H100.8"

  create_vnic_details {
    subnet_id        = var.node_subnet_id
    nsg_ids          = [var.node_nsg_id]
    assign_public_ip = false
  }

  source_details {
    source_type = "image"
    source_id   = data.oci_core_images.ubuntu.images[0].id # expect: unsupported-node-image
  }

  metadata = {
    user_data = base64encode(local.bootstrap)
  }
}

variable "image_date" {
  type = string
}

data "oci_core_images" "plain" {
  compartment_id = var.compartment_id
  display_name   = "Oracle-Linux-9.4-${var.image_date}-0"
}

resource "oci_core_instance" "plain" {
  display_name        = "plain"
  compartment_id      = var.compartment_id
  availability_domain = var.availability_domain
  shape = "BM.GPU.H100.8"

  create_vnic_details {
    subnet_id        = var.node_subnet_id
    nsg_ids          = [var.node_nsg_id]
    assign_public_ip = false
  }

  source_details {
    source_type = "image"
    source_id   = data.oci_core_images.plain.images[0].id # expect: unsupported-node-image
  }

  metadata = {
    user_data = base64encode(local.bootstrap)
  }
}
