# nodes: virtual, as-of: seed
resource "kubernetes_pod_v1" "web" {
  metadata {
    name = "web"
  }
  spec {
    container {
      name  = "web"
      image = "registry.example/web:1.4"
      resources {
        requests = { cpu = "1", memory = "1Gi" }
        limits   = { cpu = "1", memory = "1Gi" }
      }
    }
    volume {
      name = "resources"
      downward_api {
        items {
          path = "cpu"
          resource_field_ref { # expect: resource-field-volume
            container_name = "web"
            resource       = "limits.cpu"
          }
        }
      }
    }
  }
}
