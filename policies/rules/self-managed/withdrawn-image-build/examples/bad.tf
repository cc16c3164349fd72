# as-of: 2025-09-01
resource "oci_core_instance" "node" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  source_details {
    source_type = "image"
    source_id   = data.oci_core_images.oke.images[0].id # expect: withdrawn-image-build
  }
  metadata = { user_data = base64encode(local.script) }
}

data "oci_core_images" "oke" {
  compartment_id = var.compartment_id
  display_name   = "Oracle-Linux-8.10-2025.06.17-0-OKE-1.33.1-878"
}

locals {
  script = <<-EOT
    #!/bin/bash
    bash /etc/oke/oke-install.sh --apiserver-endpoint "10.0.0.3" --kubelet-ca-cert "${var.ca}"
  EOT
}

variable "compartment_id" {}
variable "ca" {}
