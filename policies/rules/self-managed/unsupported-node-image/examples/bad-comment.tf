resource "oci_core_instance" "node" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  source_details {
    source_type = "image"
    # Oracle-Linux-9.3-2024.02.26-0
    source_id = "ocid1.image.oc1.eu-frankfurt-1.aaaaaaaaexample" # expect: unsupported-node-image
  }
  metadata = {
    user_data = base64encode(<<-EOT
      #!/bin/bash
      bash /etc/oke/oke-install.sh --apiserver-endpoint "10.0.0.3" --kubelet-ca-cert "${var.ca}"
    EOT
    )
  }
}
