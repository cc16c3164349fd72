variable "compartment_id" {
  type = string
}

variable "kms_key_id" {
  type = string
}

variable "route_table_id" {
  type = string
}

variable "vcn_id" {
  type = string
}

resource "oci_core_subnet" "pods" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "pods"
  cidr_block                 = "10.0.1.0/26" # expect: exhausted-pod-subnet
  prohibit_public_ip_on_vnic = true
  route_table_id = var.route_table_id
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
      size          = 4
      pod_subnet_id = oci_core_subnet.pods.id
    }
  }
}
