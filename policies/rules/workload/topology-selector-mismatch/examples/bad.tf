# nodes: virtual, as-of: seed
variable "labels" {
  type = map(string)
}

resource "kubernetes_deployment_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
  }
  spec {
    replicas = 1
    selector {
      match_labels = { app = "web" }
    }
    template {
      metadata {
        labels = merge(var.labels, { app = "web" })
      }
      spec {
        topology_spread_constraint {
          max_skew           = 1
          topology_key       = "topology.kubernetes.io/zone"
          when_unsatisfiable = "ScheduleAnyway"
          label_selector { # expect: topology-selector-mismatch
            match_labels = { app = "wbe" }
          }
        }
        container {
          name  = "web"
          image = "registry.example/web:1.4"
          resources {
            requests = { cpu = "1", memory = "1Gi" }
            limits   = { cpu = "1", memory = "1Gi" }
          }
        }
      }
    }
  }
}
