# The module makes the dynamic group and the statement of its nodes.
module "oke" {
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.2.4"

  compartment_id       = var.compartment_id
  cluster_type         = "enhanced"
  cni_type             = "npn"
  cluster_kms_key_id   = var.key_id
  kubernetes_version   = "v1.30.1"
  create_iam_resources = true

  worker_pools = {
    hpc = {
      mode             = "cluster-network"
      size             = 2
      shape            = "BM.GPU.H100.8"
      pod_nsg_ids      = [var.pod_nsg_id]
      boot_volume_size = 250
    }
  }
}

resource "oci_identity_policy" "other" {
  compartment_id = var.compartment_id
  name           = "readers"
  description    = "of logs"
  statements     = ["Allow group readers to read log-content in compartment platform"]
}
