# nodes: virtual, as-of: seed
variable "arguments" {
  type = list(string)
}

resource "kubernetes_deployment_v1" "metrics_server" {
  metadata {
    name      = "metrics-server"
    namespace = "kube-system"
  }
  spec {
    replicas = 1
    selector {
      match_labels = { app = "metrics-server" }
    }
    template {
      metadata {
        labels = { app = "metrics-server" }
      }
      spec {
        container {
          name  = "metrics-server"
          image = "registry.k8s.io/metrics-server/metrics-server:v0.7.2"
          args  = var.arguments
          resources {
            requests = { cpu = "1", memory = "1Gi" }
            limits   = { cpu = "1", memory = "1Gi" }
          }
        }
      }
    }
  }
}
