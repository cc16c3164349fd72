# nodes: virtual, as-of: seed
resource "kubernetes_labels" "default" {
  api_version = "v1"
  kind        = "Namespace"
  metadata {
    name = "default"
  }
  labels = {
    "istio-injection" = "enabled" # expect: service-mesh-injection
  }
}

resource "kubernetes_annotations" "web" {
  api_version = "apps/v1"
  kind        = "Deployment"
  metadata {
    name      = "web"
    namespace = "shop"
  }
  template_annotations = {
    "linkerd.io/inject" = "enabled" # expect: service-mesh-injection
  }
}

resource "kubernetes_labels" "shop" {
  api_version = "v1"
  kind        = "Namespace"
  metadata {
    name = "shop"
  }
  labels = {
    "istio-injection" = "disabled"
  }
}
