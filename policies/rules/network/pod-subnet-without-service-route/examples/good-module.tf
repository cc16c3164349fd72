# nodes: virtual, as-of: seed
module "oke" {
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.4.3"

  compartment_id     = var.compartment_id
  cluster_name       = "shop"
  cluster_type       = "enhanced"
  cni_type           = "npn"
  kubernetes_version = "v1.33.1"
  cluster_kms_key_id = var.kms_key_id


  worker_pools = {
    pods = {
      mode  = "virtual-node-pool"
      shape = "Pod.Standard.E4.Flex"
      size  = 3
    }
  }
}

variable "compartment_id" {}
variable "kms_key_id" {}
