resource "kubernetes_daemonset" "agent" { # expect: daemon-set
  metadata {
    name      = "agent"
    namespace = "logging"
  }
  spec {
    selector {
      match_labels = { app = "agent" }
    }
    template {
      metadata {
        labels = { app = "agent" }
      }
      spec {
        container {
          name  = "agent"
          image = "registry.example/agent:1.0"
          resources {
            requests = { cpu = "1", memory = "1Gi" }
            limits   = { cpu = "1", memory = "1Gi" }
          }
        }
      }
    }
  }
}
