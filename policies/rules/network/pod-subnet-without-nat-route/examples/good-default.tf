data "oci_core_services" "all" {
  filter {
    name   = "name"
    values = ["All .* Services In Oracle Services Network"]
    regex  = true
  }
}

resource "oci_core_nat_gateway" "nat" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.vcn.id
}

resource "oci_core_service_gateway" "osn" {
  compartment_id = var.compartment_id
  vcn_id         = oci_core_vcn.vcn.id

  services {
    service_id = data.oci_core_services.all.services[0].id
  }
}

resource "oci_core_vcn" "vcn" {
  compartment_id = var.compartment_id
  cidr_blocks    = ["10.0.0.0/16"]
}

resource "oci_core_default_route_table" "default" {
  manage_default_resource_id = oci_core_vcn.vcn.default_route_table_id

  route_rules {
    destination       = "0.0.0.0/0"
    network_entity_id = oci_core_nat_gateway.nat.id
  }

  route_rules {
    destination       = data.oci_core_services.all.services[0].cidr_block
    destination_type  = "SERVICE_CIDR_BLOCK"
    network_entity_id = oci_core_service_gateway.osn.id
  }
}

resource "oci_core_subnet" "pods" {
  compartment_id             = var.compartment_id
  vcn_id                     = oci_core_vcn.vcn.id
  cidr_block                 = "10.0.32.0/19"
  display_name               = "pods"
  prohibit_public_ip_on_vnic = true
}

resource "oci_containerengine_virtual_node_pool" "this" {
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_id
  display_name   = "this"
  size           = 3
  nsg_ids        = [var.node_nsg_id]

  placement_configurations {
    availability_domain = var.availability_domain
    subnet_id           = var.node_subnet_id
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = oci_core_subnet.pods.id
    nsg_ids   = [var.pod_nsg_id]
  }
}
