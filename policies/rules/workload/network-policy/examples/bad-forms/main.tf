# nodes: virtual, as-of: seed
resource "kubernetes_network_policy_v1" "web" { # expect: network-policy
  metadata {
    name      = "web"
    namespace = "shop"
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress"]
  }
}

resource "kubernetes_manifest" "default" {
  manifest = {
    apiVersion = "policy.networking.k8s.io/v1alpha1"
    kind       = "BaselineAdminNetworkPolicy" # expect: network-policy
    metadata   = { name = "default" }
    spec       = { subject = { namespaces = {} } }
  }
}
