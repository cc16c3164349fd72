# The nodes know their cluster by what its root module puts out.
data "terraform_remote_state" "platform" {
  backend = "s3"

  config = {
    bucket = "states"
    key    = "cluster/terraform.tfstate"
  }
}

variable "compartment_ocid" {}
variable "certificate" {}

resource "oci_core_instance" "gpu" { # expect: nodes-apart-from-their-cluster, nodes-outside-dynamic-groups
  availability_domain = "Uocm:US-ASHBURN-AD-1"
  compartment_id      = var.compartment_ocid
  shape               = "BM.GPU.H100.8"

  metadata = {
    user_data = base64encode(<<-EOT
      #!/usr/bin/env bash
      bash /etc/oke/oke-install.sh --apiserver-endpoint "${data.terraform_remote_state.platform.outputs.cluster.endpoint}" --kubelet-ca-cert "${var.certificate}"
    EOT
    )
  }
}
