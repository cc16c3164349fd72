resource "oci_containerengine_cluster" "main" {
  compartment_id     = var.compartment_ocid
  kms_key_id         = var.key_ocid
  kubernetes_version = "v1.33.1"
  name               = "main"
  type               = "BASIC_CLUSTER" # expect: basic-cluster-with-self-managed-nodes
  vcn_id             = "ocid1.vcn.oc1.iad.example"

  cluster_pod_network_options {
    cni_type = "FLANNEL_OVERLAY"
  }
}

variable "compartment_ocid" {}
variable "key_ocid" {}

output "cluster" {
  value = {
    id       = oci_containerengine_cluster.main.id
    endpoint = split(":", oci_containerengine_cluster.main.endpoints[0].private_endpoint)[0]
  }
}
