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
    subnet_id = oci_core_subnet.api.id
  }

  options {
    service_lb_subnet_ids = [var.lb_subnet_id]
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
  security_list_ids          = [var.pod_security_list_id]
}

resource "oci_core_subnet" "api" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  cidr_block                 = "10.0.3.0/28"
  prohibit_public_ip_on_vnic = true
  route_table_id             = var.route_table_id
  security_list_ids          = [oci_core_security_list.api.id] # expect: closed-control-plane-ports
}

resource "oci_core_security_list" "api" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id

  ingress_security_rules {
    source   = "10.0.2.0/24"
    protocol = "6"

    tcp_options {
      min = 6443
      max = 6443
    }
  }

  ingress_security_rules {
    source   = "10.0.2.0/24"
    protocol = "6"

    tcp_options {
      min = 12250
      max = 12250
    }
  }

  ingress_security_rules {
    source   = "10.0.2.0/24"
    protocol = "1"

    icmp_options {
      type = 3
      code = 4
    }
  }

  egress_security_rules {
    destination = "10.0.2.0/24"
    protocol    = "all"
  }

  egress_security_rules {
    destination      = "oci-fra-objectstorage"
    destination_type = "SERVICE_CIDR_BLOCK"
    protocol         = "6"

    tcp_options {
      min = 443
      max = 443
    }
  }
}
