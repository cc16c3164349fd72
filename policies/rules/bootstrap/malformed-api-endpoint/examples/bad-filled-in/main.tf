# as-of: seed
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

resource "oci_core_instance" "node" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  metadata = {
    user_data = base64encode(templatefile("${path.module}/node.sh.tftpl", {
      endpoint = split(":", oci_containerengine_cluster.this.endpoints[0].private_endpoint)[0]
      ca       = var.ca
    }))
  }
}

variable "compartment_id" {}
variable "vcn_id" {}
variable "subnet_id" {}
variable "key_id" {}
variable "ca" {}
