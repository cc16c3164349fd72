resource "helm_release" "mesh" {
  name       = "istiod"
  repository = "https://istio-release.storage.googleapis.com/charts"
  chart      = "istiod" # expect: unsupported-package
}
