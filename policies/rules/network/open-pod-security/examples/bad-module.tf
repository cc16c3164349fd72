# nodes: managed
module "oke" {
  source             = "oracle-terraform-modules/oke/oci"
  version            = "5.4.3"
  cluster_kms_key_id = "ocid1.key.oc1.iad.example.etcd"
  cni_type           = "npn"
  compartment_id     = "ocid1.compartment.oc1..example"

  allow_rules_pods = {
    "Allow web from anywhere" = {
      protocol    = 6
      port        = 8080
      source      = "0.0.0.0/0"
      source_type = "CIDR_BLOCK"
    }
    "Allow everything" = {
      protocol    = "all"
      port        = -1
      source      = "0.0.0.0/0" # expect: open-pod-security
      source_type = "CIDR_BLOCK"
    }
  }

  worker_pools = {
    general = { shape = "VM.Standard.E4.Flex", ocpus = 2, memory = 16, size = 3 }
  }
}
