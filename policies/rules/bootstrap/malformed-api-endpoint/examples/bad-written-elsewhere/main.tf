variable "api_endpoint" {}

locals {
  other_endpoint = one(oci_containerengine_cluster.this.endpoints).kubernetes # expect: malformed-api-endpoint
}

resource "oci_core_instance" "first" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  metadata = {
    user_data = base64encode(templatefile("${path.module}/join.sh.tftpl", { endpoint = var.api_endpoint, ca = var.ca }))
  }
}

resource "oci_core_instance" "second" { # expect: nodes-outside-dynamic-groups
  compartment_id      = var.compartment_id
  availability_domain = "EU-FRANKFURT-1-AD-1"
  shape               = "BM.GPU.H100.8"
  metadata = {
    user_data = base64encode(templatefile("${path.module}/join.sh.tftpl", { endpoint = local.other_endpoint, ca = var.ca }))
  }
}
