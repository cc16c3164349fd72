# as-of: seed
resource "oci_core_instance" "node" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  display_name        = "node"

  create_vnic_details {
    subnet_id        = var.subnet_id
    assign_public_ip = false
  }
  source_details {
    source_type = "image"
    source_id   = var.image_id
  }
  metadata = {
    oke-native-pod-networking = "true"
    oke-max-pods              = "31"
    pod-subnets               = var.pod_subnet_id
    user_data                 = var.user_data
  }
}

# An instance that is no node needs no script.
resource "oci_core_instance" "build" {
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "VM.Standard.E4.Flex"
  metadata            = { ssh_authorized_keys = var.ssh_key }
}

variable "compartment_id" {}
variable "subnet_id" {}
variable "image_id" {}
variable "pod_subnet_id" {}
variable "user_data" {}
variable "ssh_key" {}
