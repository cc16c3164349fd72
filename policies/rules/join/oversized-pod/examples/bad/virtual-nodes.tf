# nodes: virtual, as-of: seed
resource "oci_containerengine_virtual_node_pool" "web" {
  cluster_id     = "ocid1.cluster.oc1.eu-zurich-1.aaaa"
  compartment_id = "ocid1.compartment.oc1..aaaa"
  display_name   = "web"
  size           = 3
  nsg_ids        = ["ocid1.networksecuritygroup.oc1.eu-zurich-1.nodes"]

  placement_configurations {
    availability_domain = "Uocm:EU-ZURICH-1-AD-1"
    fault_domain        = ["FAULT-DOMAIN-1", "FAULT-DOMAIN-2", "FAULT-DOMAIN-3"]
    subnet_id           = "ocid1.subnet.oc1.eu-zurich-1.nodes"
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = "ocid1.subnet.oc1.eu-zurich-1.pods"
    nsg_ids   = ["ocid1.networksecuritygroup.oc1.eu-zurich-1.pods"]
  }
}
