# nodes: virtual, as-of: seed
resource "oci_containerengine_cluster" "this" {
  compartment_id     = var.compartment_id
  kubernetes_version = "v1.33.1"
  name               = "shop"
  vcn_id             = var.vcn_id
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }

  endpoint_config {
    subnet_id = var.endpoint_subnet_id
    nsg_ids   = [var.endpoint_nsg_id]
  }
}

resource "oci_containerengine_virtual_node_pool" "this" {
  cluster_id     = oci_containerengine_cluster.this.id # expect: mixed-node-pools
  compartment_id = var.compartment_id
  display_name   = "this"
  size           = 3
  nsg_ids        = [var.node_nsg_id]

  placement_configurations {
    availability_domain = var.availability_domain
    subnet_id           = var.node_subnet_id
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.pod_nsg_id]
  }

  taints {
    key    = "virtual"
    value  = "true"
    effect = "NoSchedule"
  }
}

resource "oci_containerengine_node_pool" "managed" {
  cluster_id         = oci_containerengine_cluster.this.id
  compartment_id     = var.compartment_id
  kubernetes_version = "v1.33.1"
  name               = "managed"
  node_shape         = "VM.Standard.E4.Flex"

  node_shape_config {
    ocpus         = 2
    memory_in_gbs = 16
  }

  node_config_details {
    size    = 3
    nsg_ids = [var.node_nsg_id]

    placement_configs {
      availability_domain = var.availability_domain
      subnet_id           = var.worker_subnet_id
    }

    node_pool_pod_network_option_details {
      cni_type          = "OCI_VCN_IP_NATIVE"
      max_pods_per_node = 31
      pod_subnet_ids    = [var.worker_pod_subnet_id]
      pod_nsg_ids       = [var.pod_nsg_id]
    }
  }

  node_source_details {
    source_type = "IMAGE"
    image_id    = var.image_id
  }
}
