# as-of: seed
resource "oci_core_instance" "node" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  metadata = {
    ssh_authorized_keys = var.ssh_key
    user_data = base64encode(<<-EOT
      #!/bin/bash
      bash /etc/oke/oke-install.sh \
        --apiserver-endpoint "${split(":", oci_containerengine_cluster.this.endpoints[0].public_endpoint)[0]}" \
        --kubelet-ca-cert "${var.ca}"
    EOT
    )
  }
}

resource "oci_containerengine_cluster" "this" {
  name               = "this"
  compartment_id     = var.compartment_id
  kubernetes_version = "v1.30.1"
  type               = "ENHANCED_CLUSTER"
  vcn_id             = var.vcn_id
  kms_key_id         = var.key_id
  cluster_pod_network_options {
    cni_type = "FLANNEL_OVERLAY"
  }
  endpoint_config {
    subnet_id = var.subnet_id
  }
}

variable "compartment_id" {}
variable "vcn_id" {}
variable "subnet_id" {}
variable "key_id" {}
variable "ca" {}
variable "ssh_key" {}
