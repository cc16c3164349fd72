resource "kubernetes_secret" "web" {
  metadata {
    name      = "web-certificate"
    namespace = "shop"
  }
  type = "kubernetes.io/tls"
  data = { # expect: committed-secret
    "tls.crt" = var.certificate
    "tls.key" = file("${path.module}/web.key")
  }
}

variable "certificate" {}
