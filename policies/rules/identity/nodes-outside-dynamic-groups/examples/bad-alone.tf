# Nothing about identity: another repository may hold it.
resource "oci_core_instance" "worker" { # expect: nodes-outside-dynamic-groups
  availability_domain = "AD-1"
  compartment_id      = var.compartment_ocid
  shape               = "VM.Standard.E5.Flex"

  metadata = {
    apiserver_host  = "10.0.0.10"
    cluster_ca_cert = var.ca_cert
    user_data       = var.user_data
  }
}
