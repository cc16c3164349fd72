data "oci_core_services" "all" {
  filter {
    name   = "name"
    values = ["All .* Services In Oracle Services Network"]
    regex  = true
  }
}

resource "oci_core_nat_gateway" "nat" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id
}

resource "oci_core_service_gateway" "osn" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id

  services {
    service_id = data.oci_core_services.all.services[0].id
  }
}

locals {
  gateways = {
    "0.0.0.0/0"                                   = { type = "CIDR_BLOCK", id = oci_core_nat_gateway.nat.id }
    "all-fra-services-in-oracle-services-network" = { type = "SERVICE_CIDR_BLOCK", id = oci_core_service_gateway.osn.id }
  }
}

resource "oci_core_route_table" "private" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id

  dynamic "route_rules" {
    for_each = local.gateways

    content {
      destination       = route_rules.key
      destination_type  = route_rules.value.type
      network_entity_id = route_rules.value.id
    }
  }
}

resource "oci_core_subnet" "pods" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  cidr_block                 = "10.0.32.0/19"
  display_name               = "pods"
  prohibit_public_ip_on_vnic = true
  route_table_id             = oci_core_route_table.private.id
}

resource "oci_containerengine_node_pool" "managed" {
  cluster_id         = var.cluster_id
  compartment_id     = var.compartment_id
  kubernetes_version = "v1.33.1"
  name               = "managed"
  node_shape         = "VM.Standard.E4.Flex"

  node_shape_config {
    ocpus         = 2
    memory_in_gbs = 16
  }

  node_config_details {
    size    = 3
    nsg_ids = [var.node_nsg_id]

    placement_configs {
      availability_domain = var.availability_domain
      subnet_id           = var.worker_subnet_id
    }

    node_pool_pod_network_option_details {
      cni_type          = "OCI_VCN_IP_NATIVE"
      max_pods_per_node = 31
      pod_subnet_ids    = [oci_core_subnet.pods.id]
      pod_nsg_ids       = [var.pod_nsg_id]
    }
  }

  node_source_details {
    source_type = "IMAGE"
    image_id    = var.image_id
  }
}
