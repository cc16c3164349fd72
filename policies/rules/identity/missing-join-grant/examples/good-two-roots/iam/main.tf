# as-of: seed
variable "compartment_ocid" {
  description = "Where this root makes its compartments"
  type        = string
}

variable "tenancy_ocid" {
  type = string
}

resource "oci_identity_compartment" "nodes" {
  compartment_id = var.compartment_ocid
  name           = "nodes"
  description    = "Nodes of the cluster"
}

resource "oci_identity_dynamic_group" "nodes" {
  compartment_id = var.tenancy_ocid
  name           = "nodes"
  description    = "Self-managed nodes"
  matching_rule  = "ALL {instance.compartment.id = '${oci_identity_compartment.nodes.id}'}"
}

resource "oci_identity_policy" "nodes" {
  compartment_id = oci_identity_compartment.nodes.id
  name           = "nodes"
  description    = "Self-managed nodes join the cluster"
  statements = [
    "Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment id ${oci_identity_compartment.nodes.id}",
    "Allow any-user to use keys in compartment id ${oci_identity_compartment.nodes.id} where ALL {request.principal.type = 'cluster', target.key.id = '${var.kms_key_id}'}",
  ]
}

variable "kms_key_id" {}
