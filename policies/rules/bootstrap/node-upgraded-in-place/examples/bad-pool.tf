# as-of: seed
resource "oci_core_instance_configuration" "gpu" { # expect: nodes-outside-dynamic-groups
  compartment_id = var.compartment_id
  instance_details {
    instance_type = "compute"
    launch_details {
      shape = "BM.GPU.H100.8"
      metadata = {
        user_data = base64encode("#!/bin/bash\nbash /etc/oke/oke-install.sh --apiserver-endpoint 10.0.0.3 --kubelet-ca-cert ${var.ca}")
      }
    }
  }
  lifecycle {
    ignore_changes = [defined_tags, instance_details] # expect: node-upgraded-in-place
  }
}

variable "compartment_id" {}
variable "ca" {}
