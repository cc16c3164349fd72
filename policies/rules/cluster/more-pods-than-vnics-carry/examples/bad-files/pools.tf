# nodes: managed, as-of: seed
locals {
  pools = {
    for file in fileset("${path.module}/pools", "*.yaml") :
    trimsuffix(file, ".yaml") => yamldecode(file("${path.module}/pools/${file}"))
  }
}

resource "oci_containerengine_node_pool" "this" {
  for_each           = local.pools
  name               = each.key
  cluster_id         = var.cluster_id
  compartment_id     = var.compartment_id
  kubernetes_version = "v1.33.1"
  node_shape         = "VM.Standard.E4.Flex"

  node_shape_config {
    ocpus         = each.value.ocpus
    memory_in_gbs = 32
  }

  node_config_details {
    size    = 3
    nsg_ids = [var.node_nsg_id]

    placement_configs {
      availability_domain = var.availability_domain
      subnet_id           = var.node_subnet_id
    }

    node_pool_pod_network_option_details {
      cni_type          = "OCI_VCN_IP_NATIVE"
      max_pods_per_node = each.value.pods
      pod_subnet_ids    = [var.pod_subnet_id]
      pod_nsg_ids       = [var.pod_nsg_id]
    }
  }
}
