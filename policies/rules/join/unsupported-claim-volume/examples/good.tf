# nodes: virtual, as-of: latest
variable "share_driver" {
  type = string
}

variable "share_provisioner" {
  type = string
}

# A driver or provisioner that cannot be known may be File Storage.
resource "kubernetes_persistent_volume_v1" "share" {
  metadata {
    name = "share"
  }
  spec {
    access_modes = ["ReadWriteMany"]
    capacity     = { storage = "50Gi" }
    persistent_volume_source {
      csi {
        driver        = var.share_driver
        volume_handle = "share"
      }
    }
  }
}

resource "kubernetes_storage_class_v1" "shared" {
  metadata {
    name = "shared"
    annotations = {
      "storageclass.kubernetes.io/is-default-class" = "true"
    }
  }
  storage_provisioner = var.share_provisioner
}

resource "kubernetes_persistent_volume_claim_v1" "bound" {
  metadata {
    name      = "bound"
    namespace = "shop"
  }
  spec {
    access_modes       = ["ReadWriteMany"]
    storage_class_name = ""
    volume_name        = "share"
    resources {
      requests = { storage = "50Gi" }
    }
  }
}

resource "kubernetes_persistent_volume_claim_v1" "defaulted" {
  metadata {
    name      = "defaulted"
    namespace = "shop"
  }
  spec {
    access_modes = ["ReadWriteMany"]
    resources {
      requests = { storage = "50Gi" }
    }
  }
}

resource "kubernetes_pod_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
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
      name = "bound"
      persistent_volume_claim {
        claim_name = "bound"
      }
    }
    volume {
      name = "defaulted"
      persistent_volume_claim {
        claim_name = "defaulted"
      }
    }
  }
}
