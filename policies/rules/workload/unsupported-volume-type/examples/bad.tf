# nodes: virtual, as-of: seed
resource "kubernetes_deployment_v1" "archive" {
  metadata {
    name      = "archive"
    namespace = "shop"
  }
  spec {
    selector {
      match_labels = { app = "archive" }
    }
    template {
      metadata {
        labels = { app = "archive" }
      }
      spec {
        container {
          name  = "archive"
          image = "registry.example/archive:1.4"
          resources {
            requests = { cpu = "1", memory = "1Gi" }
            limits   = { cpu = "1", memory = "1Gi" }
          }
        }
        volume {
          name = "old"
          ceph_fs { # expect: unsupported-volume-type
            monitors = ["10.0.0.7:6789"]
          }
        }
        volume {
          name = "files"
          nfs { # expect: unsupported-volume-type
            server = "10.0.0.4"
            path   = "/archive"
          }
        }
        volume {
          name = "settings"
          config_map {
            name = "archive"
          }
        }
      }
    }
  }
}
