# as-of: seed
resource "oci_identity_dynamic_group" "nodes" {
  compartment_id = var.tenancy_ocid
  name           = "oke-nodes"
  description    = "Self-managed nodes"
  matching_rule  = "ALL {instance.compartment.id = '${var.compartment_id}'}"
}

resource "oci_identity_policy" "nodes" {
  compartment_id = var.compartment_id
  name           = "oke-nodes"
  description    = "Self-managed nodes join the cluster"
  statements = [
    "Allow dynamic-group oke-nodes to {CLUSTER_JOIN} in compartment id ${var.compartment_id} where target.cluster.id = '${var.cluster_id}'",
  ]
}

# Nothing but its group says that it is a node.
resource "oci_core_instance" "gpu" { # expect: self-managed-node-without-cloud-init
  compartment_id      = var.compartment_id
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
}

resource "oci_core_instance" "bastion" {
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "VM.Standard.E4.Flex"
  display_name        = "bastion"

  create_vnic_details {
    subnet_id        = var.subnet_id
    assign_public_ip = true
  }
  source_details {
    source_type = "image"
    source_id   = var.image_id
  }
}

variable "tenancy_ocid" {}
variable "compartment_id" {}
variable "cluster_id" {}
variable "subnet_id" {}
variable "image_id" {}
