# as-of: seed
resource "oci_core_instance" "patcher" {
  metadata = {
    user_data = base64encode(<<-EOT
      #!/bin/bash
      systemctl disable --now firewalld
      dnf update -y kubelet # expect: node-upgraded-in-place
    EOT
    )
  }
}

data "cloudinit_config" "patcher" {
  part {
    content_type = "text/cloud-config"
    content      = <<-EOT
      #cloud-config
      runcmd:
        - [dnf, upgrade, -y, kubelet] # expect: node-upgraded-in-place
        - echo ${var.done}
    EOT
  }
}

variable "done" {}
