module "oke" {
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.2.4"

  compartment_id     = var.compartment_id
  cluster_type       = "enhanced"
  cni_type           = "npn"
  cluster_kms_key_id = var.key_id
  kubernetes_version = "v1.30.1"
  create_bastion     = false

  cluster_autoscaler_install = true # expect: add-on-without-use-on-virtual-nodes
  metrics_server_install     = true # expect: unadapted-package

  worker_pools = {
    serverless = {
      mode  = "virtual-node-pool"
      size  = 3
      shape = "Pod.Standard.E4.Flex"
    }
  }
}
