module "oke" { # expect: basic-cluster-with-virtual-nodes, virtual-nodes-without-native-network
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.4.3"

  compartment_id     = var.compartment_id
  cluster_kms_key_id = var.kms_key_id

  worker_pools = {
    web = { # expect: unsupported-pod-shape
      mode = "virtual-node-pool"
      size = 3
    }
  }
}
