variable "compartment_id" {
  type = string
}

resource "oci_core_vcn" "main" {
  compartment_id = var.compartment_id
  display_name   = "main"
  cidr_blocks    = ["10.0.0.0/16"]
}

resource "oci_core_internet_gateway" "main" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.main.id
}

resource "oci_core_route_table" "public" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.main.id

  route_rules {
    destination       = "0.0.0.0/0"
    network_entity_id = oci_core_internet_gateway.main.id
  }
}

resource "oci_core_subnet" "nodes" {
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.main.id
  display_name               = "nodes"
  cidr_block                 = "10.0.1.0/24"
  prohibit_public_ip_on_vnic = true
  route_table_id = oci_core_route_table.public.id # expect: private-subnet-behind-internet-gateway
}

# A partner's network only, but no better.
resource "oci_core_route_table" "partner" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.main.id

  route_rules {
    destination       = "203.0.113.0/24"
    network_entity_id = oci_core_internet_gateway.main.id
  }
}

resource "oci_core_subnet" "jobs" {
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.main.id
  display_name               = "jobs"
  cidr_block                 = "10.0.3.0/24"
  prohibit_public_ip_on_vnic = true
  route_table_id = oci_core_route_table.partner.id # expect: private-subnet-behind-internet-gateway
}
