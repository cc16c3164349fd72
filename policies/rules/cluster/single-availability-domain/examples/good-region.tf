variable "region" {
  type = string
}

provider "oci" {
  region = var.region
}

provider "oci" {
  alias  = "zurich"
  region = "eu-zurich-1"
}

provider "oci" {
  alias  = "phoenix"
  region = "us-phoenix-1"
}

data "oci_identity_availability_domains" "ads" {
  provider       = oci.phoenix
  compartment_id = var.tenancy_ocid
}

# Somewhere.
resource "oci_containerengine_virtual_node_pool" "this" {
  cluster_id     = var.cluster_id
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
}

# A region with one availability domain.
resource "oci_containerengine_virtual_node_pool" "zurich" {
  provider       = oci.zurich
  cluster_id     = var.zurich_cluster_id
  compartment_id = var.compartment_id
  display_name   = "zurich"
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
}

# A pool for each of them.
resource "oci_containerengine_virtual_node_pool" "phoenix" {
  for_each       = toset(data.oci_identity_availability_domains.ads.availability_domains[*].name)
  provider       = oci.phoenix
  cluster_id     = var.phoenix_cluster_id
  compartment_id = var.compartment_id
  display_name   = each.key
  size           = 1
  nsg_ids        = [var.node_nsg_id]

  placement_configurations {
    availability_domain = each.key
    subnet_id           = var.node_subnet_id
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.pod_nsg_id]
  }
}
