# nodes: virtual, as-of: seed
resource "terraform_data" "migration" {
  provisioner "local-exec" {
    command = join("\n", [
      "# kubectl exec is not to be had here",
      "kubectl apply -f migration.yaml",
      "kubectl wait --for=condition=complete job/migration",
    ])
  }
}
