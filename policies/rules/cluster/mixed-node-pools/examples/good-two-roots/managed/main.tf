variable "cluster_id" {
  description = "The cluster of the team with nodes of its own"
  type        = string
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
      pod_subnet_ids    = [var.worker_pod_subnet_id]
      pod_nsg_ids       = [var.pod_nsg_id]
    }
  }

  node_source_details {
    source_type = "IMAGE"
    image_id    = var.image_id
  }
}
