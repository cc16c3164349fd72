variable "tenancy_ocid" {}
variable "compartment_ocid" {}
variable "nodes_compartment" {}

resource "oci_identity_compartment" "network" {
  compartment_id = var.tenancy_ocid
  name           = "network"
  description    = "networks of the clusters"
}

resource "oci_identity_dynamic_group" "nodes" {
  compartment_id = var.tenancy_ocid
  name           = "oke-nodes"
  description    = "self-managed nodes"
  matching_rule  = "ALL {instance.compartment.id = '${var.nodes_compartment}'}"
}

resource "oci_identity_policy" "oke" {
  compartment_id = var.tenancy_ocid
  name           = "oke"
  description    = "nodes and networks"

  statements = [
    "Allow dynamic-group ${oci_identity_dynamic_group.nodes.name} to {CLUSTER_JOIN} in compartment id ${var.compartment_ocid}",
    "Allow dynamic-group ${oci_identity_dynamic_group.nodes.id} to inspect clusters in compartment id ${var.compartment_ocid}", # expect: invalid-statement
    "Allow dynamic-group id ${oci_identity_dynamic_group.nodes.id} to read clusters in compartment id ${var.compartment_ocid}",
    "Allow group network-admins to use subnets in compartment ${oci_identity_compartment.network.id}", # expect: invalid-statement
    "Allow group network-admins to use vnics in compartment ${oci_identity_compartment.network.name}",
    "Allow group network-admins to use vcns in compartment ${var.compartment_ocid}", # expect: doubtful-statement
  ]
}
