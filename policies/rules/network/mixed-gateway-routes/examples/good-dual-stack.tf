# as-of: latest
resource "oci_core_vcn" "main" {
  compartment_id = var.compartment_id
  display_name   = "main"
  cidr_blocks    = ["10.0.0.0/16"]
  is_ipv6enabled = true
}

resource "oci_core_internet_gateway" "main" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.main.id
}

resource "oci_core_nat_gateway" "main" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.main.id
}

resource "oci_core_service_gateway" "main" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.main.id

  services {
    service_id = data.oci_core_services.all.services[0].id
  }
}

# IPv4 by the NAT gateway, IPv6 by the internet gateway, Oracle services by theirs.
resource "oci_core_route_table" "pods" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.main.id

  route_rules {
    destination       = "0.0.0.0/0"
    network_entity_id = oci_core_nat_gateway.main.id
  }

  route_rules {
    destination       = "::/0"
    network_entity_id = oci_core_internet_gateway.main.id
  }

  route_rules {
    destination       = "all-fra-services-in-oracle-services-network"
    destination_type  = "SERVICE_CIDR_BLOCK"
    network_entity_id = oci_core_service_gateway.main.id
  }
}
