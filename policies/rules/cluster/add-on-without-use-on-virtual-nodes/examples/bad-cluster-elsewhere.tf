# nodes: virtual, as-of: seed
resource "oci_containerengine_addon" "proxy" {
  cluster_id                       = var.cluster_id
  addon_name                       = "KubeProxy" # expect: add-on-without-use-on-virtual-nodes
  remove_addon_resources_on_delete = true
}

resource "oci_containerengine_addon" "certificates" {
  cluster_id                       = var.cluster_id
  addon_name                       = "CertManager"
  remove_addon_resources_on_delete = true
}
