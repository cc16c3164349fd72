variable "cluster_type" {
  type = string
}

variable "compartment_id" {
  type = string
}

resource "oci_containerengine_cluster" "this" {
  compartment_id     = var.compartment_id
  kubernetes_version = "v1.33.1"
  name               = "shop"
  vcn_id             = data.oci_core_vcns.shop.virtual_networks[0].id
  type               = var.cluster_type
  kms_key_id         = data.oci_kms_keys.shop.keys[0].id

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }
}

resource "oci_containerengine_virtual_node_pool" "this" {
  cluster_id     = oci_containerengine_cluster.this.id
  compartment_id = var.compartment_id
  display_name   = "this"
  size           = 3
  nsg_ids        = [data.oci_core_network_security_groups.shop.network_security_groups[0].id]

  placement_configurations {
    availability_domain = data.oci_identity_availability_domains.all.availability_domains[0].name
    subnet_id           = data.oci_core_subnets.nodes.subnets[0].id
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = data.oci_core_subnets.pods.subnets[0].id
    nsg_ids   = [data.oci_core_network_security_groups.shop.network_security_groups[0].id]
  }
}
