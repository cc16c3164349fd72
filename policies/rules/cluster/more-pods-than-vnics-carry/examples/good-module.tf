variable "compartment_id" {
  type = string
}

variable "kms_key_id" {
  type = string
}

module "oke" {
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.4.3"

  compartment_id     = var.compartment_id
  cluster_name       = "shop"
  cluster_type       = "enhanced"
  cni_type           = "npn"
  kubernetes_version = "v1.33.1"
  cluster_kms_key_id = var.kms_key_id

  worker_shape = {
    shape  = "VM.Standard.E4.Flex"
    ocpus  = 2
    memory = 16
  }

  worker_pools = {
    web = {
      size              = 3
      ocpus             = 4
      max_pods_per_node = 93
    }
  }
}
