variable "compartment_id" {}

variable "private" {}

resource "oci_core_subnet" "pods" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  cidr_block                 = "10.0.32.0/19"
  display_name               = "pods"
  prohibit_public_ip_on_vnic = var.private
}

output "pod_subnet_id" {
  value = oci_core_subnet.pods.id
}
