resource "oci_containerengine_cluster" "main" {
  compartment_id     = "ocid1.compartment.oc1..clusters"
  kubernetes_version = "v1.31.1"
  name               = "main"
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id
  vcn_id             = oci_core_vcn.main.id

  options {
    ip_families = ["IPv4", "IPv6"]
  }

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }
}

resource "oci_core_vcn" "main" {
  compartment_id = "ocid1.compartment.oc1..clusters"
  cidr_blocks    = ["10.0.0.0/16"]
  display_name   = "main"
}

resource "oci_identity_policy" "oke" {
  compartment_id = var.tenancy_ocid
  name           = "oke"
  description    = "what the cluster may do"
  statements = [
    "Allow any-user to use keys in tenancy where all {request.principal.type = 'cluster', target.key.id = '${var.kms_key_id}'}",
    "Allow any-user to use ipv6s in compartment id ocid1.compartment.oc1..clusters where all {request.principal.type = 'cluster', request.principal.id = '${oci_containerengine_cluster.main.id}'}",
  ]
}
