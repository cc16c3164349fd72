variable "availability_domain" {
  type = string
}

variable "compartment_id" {
  type = string
}

variable "endpoint_nsg_id" {
  type = string
}

variable "kms_key_id" {
  type = string
}

variable "node_nsg_id" {
  type = string
}

variable "pod_nsg_id" {
  type = string
}

variable "pod_subnet_id" {
  type = string
}

variable "route_table_id" {
  type = string
}

variable "vcn_id" {
  type = string
}

data "oci_identity_availability_domains" "ads" {
  compartment_id = var.compartment_id
}

resource "oci_core_subnet" "endpoint" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "endpoint"
  cidr_block                 = "10.0.0.0/28"
  prohibit_public_ip_on_vnic = true
  availability_domain = data.oci_identity_availability_domains.ads.availability_domains[0].name # expect: zonal-cluster-subnet
  route_table_id = var.route_table_id
}

resource "oci_core_subnet" "balancers" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "balancers"
  cidr_block                 = "10.0.1.0/24"
  prohibit_public_ip_on_vnic = true
  availability_domain = data.oci_identity_availability_domains.ads.availability_domains[0].name # expect: zonal-cluster-subnet
  route_table_id = var.route_table_id
}

resource "oci_core_subnet" "nodes" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "nodes"
  cidr_block                 = "10.0.2.0/24"
  prohibit_public_ip_on_vnic = true
  availability_domain = data.oci_identity_availability_domains.ads.availability_domains[0].name # expect: zonal-cluster-subnet
  route_table_id = var.route_table_id
}

resource "oci_containerengine_cluster" "main" {
  name               = "main"
  compartment_id     = var.compartment_id
  vcn_id             = var.vcn_id
  kubernetes_version = "v1.33.1"
  type               = "ENHANCED_CLUSTER"
  kms_key_id         = var.kms_key_id

  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }

  endpoint_config {
    subnet_id = oci_core_subnet.endpoint.id
    nsg_ids   = [var.endpoint_nsg_id]
  }

  options {
    service_lb_subnet_ids = [oci_core_subnet.balancers.id]
  }
}

resource "oci_containerengine_node_pool" "web" {
  name               = "web"
  cluster_id         = oci_containerengine_cluster.main.id
  compartment_id     = var.compartment_id
  kubernetes_version = "v1.33.1"
  node_shape         = "VM.Standard.E4.Flex"

  node_shape_config {
    ocpus         = 2
    memory_in_gbs = 32
  }

  node_config_details {
    size    = 3
    nsg_ids = [var.node_nsg_id]

    placement_configs {
      availability_domain = var.availability_domain
      subnet_id           = oci_core_subnet.nodes.id
    }

    node_pool_pod_network_option_details {
      cni_type          = "OCI_VCN_IP_NATIVE"
      max_pods_per_node = 31
      pod_subnet_ids    = [var.pod_subnet_id]
      pod_nsg_ids       = [var.pod_nsg_id]
    }
  }
}
