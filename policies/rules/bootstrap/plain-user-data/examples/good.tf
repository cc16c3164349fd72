# as-of: seed
locals {
  script = <<-EOT
    #!/bin/bash
    bash /etc/oke/oke-install.sh --apiserver-endpoint "10.0.0.3" --kubelet-ca-cert "${var.ca}"
  EOT
}

resource "oci_core_instance" "node" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  metadata            = { user_data = base64encode(local.script) }
}

variable "compartment_id" {}
variable "ca" {}
