# as-of: seed
resource "oci_core_instance" "node" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  instance_options {
    are_legacy_imds_endpoints_disabled = true
  }
  metadata = {
    user_data = base64encode(<<-EOT
      #!/bin/bash
      REGION=$(curl -s http://169.254.169.254/opc/v2/instance/region -H "Authorization: Bearer Oracle")
      bash /etc/oke/oke-install.sh --apiserver-endpoint "10.0.0.3" --kubelet-ca-cert "${var.ca}"
    EOT
    )
  }
}

variable "compartment_id" {}
variable "ca" {}
