module "oke" {
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.2.4"

  compartment_id     = var.compartment_id
  cluster_type       = "enhanced"
  cni_type           = "npn"
  cluster_kms_key_id = var.key_id
  kubernetes_version = "v1.30.1"
  create_bastion     = false

  worker_pools = {
    # In every availability domain, for none is named.
    serverless = {
      mode          = "virtual-node-pool"
      size          = 3
      shape         = "Pod.Standard.E4.Flex"
      placement_fds = ["FAULT-DOMAIN-1", "FAULT-DOMAIN-2"] # expect: partial-fault-domains
    }
  }
}
