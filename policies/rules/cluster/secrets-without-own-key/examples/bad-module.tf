variable "compartment_id" {
  type = string
}

module "oke" { # expect: secrets-without-own-key
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.4.3"

  compartment_id     = var.compartment_id
  cluster_name       = "shop"
  cluster_type       = "enhanced"
  cni_type           = "npn"
  kubernetes_version = "v1.33.1"

  worker_shape = {
    shape  = "VM.Standard.E4.Flex"
    ocpus  = 2
    memory = 16
  }

  worker_pools = {
    web = {
      size = 3
    }
  }
}
