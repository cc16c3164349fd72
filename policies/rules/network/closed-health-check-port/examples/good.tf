# nodes: virtual
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
  }

  options {
    service_lb_subnet_ids = [oci_core_subnet.lb.id]
  }
}

resource "oci_containerengine_virtual_node_pool" "this" {
  cluster_id     = oci_containerengine_cluster.this.id
  compartment_id = var.compartment_id
  display_name   = "this"
  size           = 3
  nsg_ids        = [var.node_nsg_id]

  placement_configurations {
    availability_domain = var.availability_domain
    subnet_id           = var.node_subnet_id
  }

  pod_configuration { # expect: pods-without-network-security-group
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = oci_core_subnet.pods.id
  }
}

resource "oci_core_subnet" "pods" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  cidr_block                 = "10.0.2.0/24"
  prohibit_public_ip_on_vnic = true
  route_table_id             = var.route_table_id
  security_list_ids          = [oci_core_security_list.pods.id]
}

resource "oci_core_subnet" "lb" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  cidr_block                 = "10.0.1.0/24"
  prohibit_public_ip_on_vnic = true
  route_table_id             = var.route_table_id
  security_list_ids          = [var.lb_security_list_id]
}

resource "oci_core_security_list" "pods" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id

  ingress_security_rules {
    source   = "10.0.1.0/24"
    protocol = "6"

    tcp_options {
      min = 30000
      max = 32767
    }
  }

  ingress_security_rules {
    source   = "10.0.1.0/24"
    protocol = "6"

    tcp_options {
      min = 10256
      max = 10256
    }
  }

  ingress_security_rules {
    source   = "10.0.2.0/24"
    protocol = "all"
  }

  egress_security_rules {
    destination = "0.0.0.0/0"
    protocol    = "all"
  }
}
