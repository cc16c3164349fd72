variable "compartment_id" {
  type = string
}

variable "kms_key_id" {
  type = string
}

variable "tenancy_id" {
  type = string
}

module "oke" {
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.3.2"

  tenancy_id     = var.tenancy_id
  compartment_id = var.compartment_id

  cluster_name         = "main"
  cluster_type         = "enhanced"
  cni_type             = "flannel"
  kubernetes_version   = "v1.31.1"
  cluster_kms_key_id   = var.kms_key_id
  create_iam_resources = true

  worker_pools = {
    web = {
      mode   = "instance"
      shape  = "VM.Standard.E4.Flex" # expect: self-managed-without-need
      ocpus  = 4
      memory = 32
      size   = 2
    }
  }
}

resource "oci_identity_dynamic_group" "nodes" {
  compartment_id = var.tenancy_id
  name           = "nodes"
  description    = "Self-managed nodes"
  matching_rule  = "ALL {instance.compartment.id = '${var.compartment_id}'}"
}

resource "oci_identity_policy" "nodes" {
  compartment_id = var.compartment_id
  name           = "nodes"
  description    = "Self-managed nodes join the cluster"
  statements = [
    "Allow dynamic-group nodes to {CLUSTER_JOIN} in compartment id ${var.compartment_id} where target.cluster.id = '${module.oke.cluster_id}'",
    "Allow any-user to use keys in compartment id ${var.compartment_id} where ALL {request.principal.type = 'cluster', target.key.id = '${var.kms_key_id}'}",
  ]
}
