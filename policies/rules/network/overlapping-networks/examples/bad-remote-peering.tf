variable "compartment_id" {
  type = string
}

resource "oci_core_vcn" "near" {
  compartment_id = var.compartment_id
  display_name   = "near"
  cidr_blocks    = ["10.0.0.0/16"]
}

resource "oci_core_vcn" "far" {
  compartment_id = var.compartment_id
  display_name   = "far"
  cidr_blocks    = ["10.0.128.0/17"] # expect: overlapping-networks
}

resource "oci_core_drg" "near" {
  compartment_id = var.compartment_id
}

resource "oci_core_drg" "far" {
  compartment_id = var.compartment_id
}

resource "oci_core_drg_attachment" "near" {
  drg_id = oci_core_drg.near.id
  vcn_id = oci_core_vcn.near.id
}

resource "oci_core_drg_attachment" "far" {
  drg_id = oci_core_drg.far.id
  vcn_id = oci_core_vcn.far.id
}

resource "oci_core_remote_peering_connection" "near" {
  compartment_id   = var.compartment_id
  drg_id           = oci_core_drg.near.id
  peer_id          = oci_core_remote_peering_connection.far.id
  peer_region_name = "us-phoenix-1"
}

resource "oci_core_remote_peering_connection" "far" {
  compartment_id = var.compartment_id
  drg_id         = oci_core_drg.far.id
}
