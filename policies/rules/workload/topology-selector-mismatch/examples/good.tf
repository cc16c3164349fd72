# nodes: virtual, as-of: seed
variable "labels" {
  type = map(string)
}

variable "tier" {
  type = string
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
        labels = merge(var.labels, { app = "web", tier = var.tier })
      }
      spec {
        topology_spread_constraint {
          max_skew           = 1
          topology_key       = "topology.kubernetes.io/zone"
          when_unsatisfiable = "ScheduleAnyway"
          label_selector {
            match_labels = { app = "web", tier = "front", team = "shop" }
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
