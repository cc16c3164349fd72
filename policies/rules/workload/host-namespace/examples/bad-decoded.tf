# nodes: virtual, as-of: seed
variable "image" {}

resource "kubernetes_manifest" "web" {
  manifest = yamldecode(<<-EOT
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      selector:
        matchLabels: { app: web }
      template:
        metadata:
          labels: { app: web }
        spec:
          hostNetwork: true # expect: host-namespace
          containers:
            - name: web
              image: "${var.image}"
              resources:
                requests: { cpu: "1", memory: 1Gi }
                limits: { cpu: "1", memory: 1Gi }
    EOT
  )
}
