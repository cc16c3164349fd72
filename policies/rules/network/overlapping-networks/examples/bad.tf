variable "compartment_id" {
  type = string
}

resource "oci_core_vcn" "main" {
  compartment_id = var.compartment_id
  display_name   = "main"
  cidr_blocks    = ["10.0.0.0/16"]
}

resource "oci_core_vcn" "other" {
  compartment_id = var.compartment_id
  display_name   = "other"
  cidr_blocks    = ["10.0.128.0/17"] # expect: overlapping-networks
}

resource "oci_core_drg" "hub" {
  compartment_id = var.compartment_id
}

resource "oci_core_drg_attachment" "main" {
  drg_id = oci_core_drg.hub.id

  network_details {
    id   = oci_core_vcn.main.id
    type = "VCN"
  }
}

resource "oci_core_drg_attachment" "other" {
  drg_id = oci_core_drg.hub.id

  network_details {
    id   = oci_core_vcn.other.id
    type = "VCN"
  }
}
