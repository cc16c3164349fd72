resource "oci_containerengine_virtual_node_pool" "pods" {
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_ocid
  display_name   = "pods"
  size           = 3
  nsg_ids        = [var.nsg_id]

  placement_configurations {
    availability_domain = "AD-1"
    fault_domain        = ["FAULT-DOMAIN-1", "FAULT-DOMAIN-2", "FAULT-DOMAIN-3"]
    subnet_id           = var.subnet_id
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.nsg_id]
  }
}

resource "oci_identity_policy" "oke" {
  compartment_id = var.tenancy_ocid
  name           = "oke"
  description    = "what the cluster may do"
  statements = [
    "Allow group cluster-admins to manage cluster-node-pools in compartment platform", # expect: incomplete-virtual-pool-grant
    "Allow group cluster-admins to use vnics in compartment platform",
  ]
}
