variable "cluster_id" {}
variable "compartment_id" {}
variable "subnet_id" {}
variable "more" {}

locals {
  scripts = {
    # OKE's own is fetched and run.
    fetched = <<-EOT
      #!/bin/bash
      curl --fail -H "Authorization: Bearer Oracle" -L0 http://169.254.169.254/opc/v2/instance/metadata/oke_init_script | base64 --decode >/var/run/oke-init.sh
      bash /var/run/oke-init.sh
      sysctl -w vm.max_map_count=262144
    EOT
    # Ubuntu's way.
    ubuntu = "#cloud-config\npackages: [oci-oke-node-all-1.31.1]\nruncmd:\n  - oke bootstrap\n"
    # What stands elsewhere may do it.
    elsewhere = "#!/bin/bash\nwget -qO- https://artifacts.example.com/bootstrap.sh | bash\n"
    filled_in = "#!/bin/bash\n${var.more}\n"
  }
}

resource "oci_containerengine_node_pool" "pools" {
  for_each       = local.scripts
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_id
  name           = each.key
  node_shape     = "VM.Standard.E2.2"
  node_config_details {
    size = 2
    placement_configs {
      availability_domain = "example:EU-ZURICH-1-AD-1"
      subnet_id           = var.subnet_id
    }
  }
  node_metadata = {
    user_data = base64encode(each.value)
  }
}
