variable "cluster_type" {
  type = string
}

variable "compartment_id" {
  type = string
}

component "oke" {
  source = "./oke"

  inputs = {
    cluster_type   = var.cluster_type
    compartment_id = var.compartment_id
  }
}
