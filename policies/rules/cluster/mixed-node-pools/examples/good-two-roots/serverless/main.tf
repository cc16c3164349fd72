# nodes: virtual, as-of: seed
variable "cluster_id" {
  description = "The cluster of the serverless team"
  type        = string
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
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.pod_nsg_id]
  }
}
