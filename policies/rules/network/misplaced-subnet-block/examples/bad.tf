variable "compartment_id" {
  type = string
}

variable "route_table_id" {
  type = string
}

resource "oci_core_vcn" "main" {
  compartment_id = var.compartment_id
  display_name   = "main"
  cidr_blocks    = ["10.0.0.0/16"]
}

resource "oci_core_subnet" "nodes" {
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.main.id
  display_name               = "nodes"
  cidr_block                 = "10.1.0.0/24" # expect: misplaced-subnet-block
  prohibit_public_ip_on_vnic = true
  route_table_id = var.route_table_id
}

resource "oci_core_subnet" "pods" {
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.main.id
  display_name               = "pods"
  cidr_block                 = "10.0.0.0/23"
  prohibit_public_ip_on_vnic = true
  route_table_id = var.route_table_id
}

resource "oci_core_subnet" "balancers" {
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.main.id
  display_name               = "balancers"
  cidr_block                 = "10.0.1.0/24" # expect: misplaced-subnet-block
  prohibit_public_ip_on_vnic = true
  route_table_id = var.route_table_id
}
