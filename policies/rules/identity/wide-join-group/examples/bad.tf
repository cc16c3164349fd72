resource "oci_core_instance" "worker" {
  availability_domain = "AD-1"
  compartment_id      = "ocid1.compartment.oc1..nodes"
  shape               = "VM.Standard.E5.Flex"

  metadata = {
    apiserver_host  = "10.0.0.10"
    cluster_ca_cert = var.ca_cert
    user_data       = var.user_data
  }
}

resource "oci_identity_dynamic_group" "nodes" {
  compartment_id = var.tenancy_ocid
  name           = "nodes"
  description    = "self-managed nodes"
  matching_rule  = "ANY {instance.id != ''}" # expect: wide-join-group
}

resource "oci_identity_policy" "join" {
  compartment_id = var.tenancy_ocid
  name           = "join"
  description    = "lets the nodes join"
  statements     = ["Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment platform"]
}
