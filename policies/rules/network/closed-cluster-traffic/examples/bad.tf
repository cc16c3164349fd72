variable "all_services" {
  type = string
}

variable "availability_domain" {
  type = string
}

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

resource "oci_core_subnet" "endpoint" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "endpoint"
  cidr_block                 = "10.0.1.0/28"
  prohibit_public_ip_on_vnic = true
  security_list_ids = [oci_core_security_list.endpoint.id] # expect: closed-cluster-traffic
  route_table_id = var.route_table_id
}

resource "oci_core_subnet" "nodes" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "nodes"
  cidr_block                 = "10.0.2.0/24"
  prohibit_public_ip_on_vnic = true
  security_list_ids = [oci_core_security_list.nodes.id]
  route_table_id = var.route_table_id
}

resource "oci_core_subnet" "pods" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "pods"
  cidr_block                 = "10.0.16.0/20"
  prohibit_public_ip_on_vnic = true
  security_list_ids = [oci_core_security_list.pods.id]
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

  endpoint_config { # expect: security-list-instead-of-groups
    subnet_id = oci_core_subnet.endpoint.id
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

    placement_configs {
      availability_domain = var.availability_domain
      subnet_id           = oci_core_subnet.nodes.id
    }

    node_pool_pod_network_option_details { # expect: security-list-instead-of-groups
      cni_type          = "OCI_VCN_IP_NATIVE"
      max_pods_per_node = 31
      pod_subnet_ids    = [oci_core_subnet.pods.id]
    }
  }
}

resource "oci_core_security_list" "nodes" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id
  display_name   = "nodes"

  ingress_security_rules {
    protocol    = "all"
    source      = "10.0.2.0/24"
  }

  ingress_security_rules {
    protocol    = "all"
    source      = "10.0.16.0/20"
  }

  ingress_security_rules {
    protocol    = "6"
    source      = "10.0.1.0/28"
  }

  ingress_security_rules {
    protocol    = "1"
    source      = "0.0.0.0/0"

    icmp_options {
      type = 3
      code = 4
    }
  }

  egress_security_rules {
    protocol    = "all"
    destination = "0.0.0.0/0"
  }

  egress_security_rules {
    protocol    = "6"
    destination = var.all_services
    destination_type = "SERVICE_CIDR_BLOCK"
  }
}

resource "oci_core_security_list" "pods" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id
  display_name   = "pods"

  ingress_security_rules {
    protocol    = "all"
    source      = "10.0.1.0/28"
  }

  ingress_security_rules {
    protocol    = "all"
    source      = "10.0.2.0/24"
  }

  ingress_security_rules {
    protocol    = "all"
    source      = "10.0.16.0/20"
  }

  egress_security_rules {
    protocol    = "all"
    destination = "0.0.0.0/0"
  }
}

resource "oci_core_security_list" "endpoint" {
  compartment_id = var.compartment_id
  vcn_id         = var.vcn_id
  display_name   = "endpoint"

  ingress_security_rules {
    protocol    = "6"
    source      = "10.0.2.0/24"

    tcp_options {
      min = 6443
      max = 6443
    }
  }

  ingress_security_rules {
    protocol    = "6"
    source      = "10.0.16.0/20"

    tcp_options {
      min = 6443
      max = 6443
    }
  }

  ingress_security_rules {
    protocol    = "1"
    source      = "10.0.2.0/24"

    icmp_options {
      type = 3
      code = 4
    }
  }

  egress_security_rules {
    protocol    = "6"
    destination = var.all_services
    destination_type = "SERVICE_CIDR_BLOCK"

    tcp_options {
      min = 443
      max = 443
    }
  }

  egress_security_rules {
    protocol    = "all"
    destination = "10.0.16.0/20"
  }

  egress_security_rules {
    protocol    = "6"
    destination = "10.0.2.0/24"

    tcp_options {
      min = 10250
      max = 10250
    }
  }

  egress_security_rules {
    protocol    = "1"
    destination = "10.0.2.0/24"

    icmp_options {
      type = 3
      code = 4
    }
  }
}
