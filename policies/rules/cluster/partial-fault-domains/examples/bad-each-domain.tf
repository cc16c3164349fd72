variable "compartment_id" {
  type = string
}

data "oci_identity_availability_domains" "all" {
  compartment_id = var.compartment_id
}

data "oci_identity_fault_domains" "first" {
  availability_domain = data.oci_identity_availability_domains.all.availability_domains[0].name
  compartment_id      = var.compartment_id
}

resource "oci_containerengine_virtual_node_pool" "this" {
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_id
  display_name   = "this"
  size           = 3
  nsg_ids        = [var.node_nsg_id]

  dynamic "placement_configurations" {
    for_each = data.oci_identity_availability_domains.all.availability_domains
    content {
      availability_domain = placement_configurations.value.name
      subnet_id           = var.node_subnet_id
      fault_domain        = [data.oci_identity_fault_domains.first.fault_domains[0].name] # expect: partial-fault-domains
    }
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.pod_nsg_id]
  }
}
