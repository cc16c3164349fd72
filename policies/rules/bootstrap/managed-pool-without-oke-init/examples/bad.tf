variable "cluster_id" {}
variable "compartment_id" {}
variable "subnet_id" {}

locals {
  placement = { availability_domain = "example:EU-ZURICH-1-AD-1", subnet_id = var.subnet_id }
}

resource "oci_containerengine_node_pool" "shell" {
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_id
  name           = "shell"
  node_shape     = "VM.Standard.E2.2"
  node_config_details {
    size = 2
    placement_configs {
      availability_domain = local.placement.availability_domain
      subnet_id           = local.placement.subnet_id
    }
  }
  node_metadata = {
    user_data = base64encode(<<-EOT # expect: managed-pool-without-oke-init
      #!/bin/bash
      echo "vm.max_map_count=262144" > /etc/sysctl.d/90-search.conf
      sysctl --system
    EOT
    )
  }
}

resource "oci_containerengine_node_pool" "config" {
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_id
  name           = "config"
  node_shape     = "VM.Standard.E2.2"
  node_config_details {
    size = 2
    placement_configs {
      availability_domain = local.placement.availability_domain
      subnet_id           = local.placement.subnet_id
    }
  }
  node_metadata = {
    user_data = base64encode("#cloud-config\npackages:\n  - nfs-utils\n") # expect: managed-pool-without-oke-init
  }
}
