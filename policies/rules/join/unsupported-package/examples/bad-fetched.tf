# nodes: virtual, as-of: seed
data "http" "calico" {
  url = "https://raw.githubusercontent.com/projectcalico/calico/v3.28.0/manifests/calico.yaml" # expect: unsupported-package
}

data "http" "address" {
  url = "https://ifconfig.example/calico"
}

resource "kubectl_manifest" "calico" {
  yaml_body = data.http.calico.response_body
}
