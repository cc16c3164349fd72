resource "oci_core_subnet" "nodes" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  cidr_block                 = "10.0.32.0/19"
  display_name               = "nodes"
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
    subnet_id           = oci_core_subnet.nodes.id
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.pod_nsg_id]
  }
}
