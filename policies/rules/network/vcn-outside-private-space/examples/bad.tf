variable "compartment_id" {
  type = string
}

resource "oci_core_vcn" "main" {
  compartment_id = var.compartment_id
  display_name   = "main"
  cidr_blocks    = ["130.10.0.0/16"] # expect: vcn-outside-private-space
}

resource "oci_core_vcn" "carrier" {
  compartment_id = var.compartment_id
  display_name   = "carrier"
  cidr_blocks    = ["100.64.0.0/16"] # expect: vcn-outside-private-space
}
