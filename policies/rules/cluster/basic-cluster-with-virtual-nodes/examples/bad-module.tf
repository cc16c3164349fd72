module "oke" {
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.4.3"

  compartment_id     = var.compartment_id
  cluster_kms_key_id = var.kms_key_id
  cluster_type       = "basic" # expect: basic-cluster-with-virtual-nodes
  cni_type           = "npn"

  worker_pools = {
    web = {
      mode = "virtual-node-pool"
      size = 3
      shape = "Pod.Standard.E4.Flex"
    }
  }
}
