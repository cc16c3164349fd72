provider "oci" {
  region = var.region
}

provider "oci" {
  alias  = "reporting"
  region = "eu-frankfurt-1"
}

variable "region" {
  type    = string
  default = "us-ashburn-1"
}

data "oci_identity_availability_domains" "ads" {
  compartment_id = var.tenancy_ocid
}

resource "oci_containerengine_virtual_node_pool" "this" {
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_id
  display_name   = "this"
  size           = 3
  nsg_ids        = [var.node_nsg_id]

  placement_configurations {
    availability_domain = data.oci_identity_availability_domains.ads.availability_domains[0].name # expect: single-availability-domain
    subnet_id           = var.node_subnet_id
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.pod_nsg_id]
  }
}

resource "oci_containerengine_virtual_node_pool" "reporting" {
  provider       = oci.reporting
  cluster_id     = var.reporting_cluster_id
  compartment_id = var.compartment_id
  display_name   = "reporting"
  size           = 3
  nsg_ids        = [var.node_nsg_id]

  placement_configurations {
    availability_domain = var.reporting_domain # expect: single-availability-domain
    subnet_id           = var.node_subnet_id
  }

  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = var.pod_subnet_id
    nsg_ids   = [var.pod_nsg_id]
  }
}
