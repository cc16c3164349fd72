# nodes: virtual, as-of: seed
resource "terraform_data" "migration" {
  provisioner "local-exec" {
    command = join("\n", [
      "kubectl rollout status deployment/shop",
      "kubectl exec deployment/shop -- ./migrate", # expect: command-in-container
    ])
  }
}
