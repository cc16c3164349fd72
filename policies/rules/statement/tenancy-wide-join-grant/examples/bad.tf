variable "tenancy_ocid" {
  type = string
}

# Whatever the data source is called, it is the tenancy.
data "oci_identity_tenancy" "this" {
  tenancy_id = var.tenancy_ocid
}

resource "oci_identity_policy" "join" {
  compartment_id = var.tenancy_ocid
  name           = "join"
  description    = "Nodes join clusters"
  statements = [
    "Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment id ${data.oci_identity_tenancy.this.id}", # expect: tenancy-wide-join-grant
    "Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment id ${var.compartment_ocid}",
  ]
}
