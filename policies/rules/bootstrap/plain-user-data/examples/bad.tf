# as-of: seed
resource "oci_core_instance" "node" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  metadata = {
    user_data = "#!/bin/bash\nbash /etc/oke/oke-install.sh --apiserver-endpoint 10.0.0.3 --kubelet-ca-cert ${var.ca}" # expect: plain-user-data
    oke-max-pods = "31"
    oke-native-pod-networking = "true"
    pod-subnets = var.pod_subnet_id
  }
}

resource "oci_core_instance" "second" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  metadata = {
    user_data = <<-EOT
      #!/bin/bash
      bash /etc/oke/oke-install.sh --apiserver-endpoint "10.0.0.3" --kubelet-ca-cert "${var.ca}"
    EOT
  }
}

variable "compartment_id" {}
variable "pod_subnet_id" {}
variable "ca" {}
