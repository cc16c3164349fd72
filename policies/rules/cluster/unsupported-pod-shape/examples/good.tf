resource "oci_containerengine_virtual_node_pool" "e3" {
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_id
  display_name   = "e3"
  size           = 3
  nsg_ids        = [var.node_nsg_id]

  placement_configurations {
    availability_domain = var.availability_domain
    subnet_id           = var.node_subnet_id
  }

  pod_configuration {
    shape     = "Pod.Standard.E3.Flex"
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.pod_nsg_id]
  }
}

resource "oci_containerengine_virtual_node_pool" "e4" {
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_id
  display_name   = "e4"
  size           = 3
  nsg_ids        = [var.node_nsg_id]

  placement_configurations {
    availability_domain = var.availability_domain
    subnet_id           = var.node_subnet_id
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.pod_nsg_id]
  }
}

resource "oci_containerengine_virtual_node_pool" "a1" {
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_id
  display_name   = "a1"
  size           = 3
  nsg_ids        = [var.node_nsg_id]

  placement_configurations {
    availability_domain = var.availability_domain
    subnet_id           = var.node_subnet_id
  }

  pod_configuration {
    shape     = "Pod.Standard.A1.Flex"
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.pod_nsg_id]
  }
}
