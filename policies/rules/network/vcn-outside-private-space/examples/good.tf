variable "block" {
  type = string
}

variable "compartment_id" {
  type = string
}

resource "oci_core_vcn" "main" {
  compartment_id = var.compartment_id
  display_name   = "main"
  cidr_blocks    = ["172.16.0.0/16", "192.168.0.0/20"]
}

resource "oci_core_vcn" "given" {
  compartment_id = var.compartment_id
  display_name   = "given"
  cidr_blocks    = [var.block]
}
