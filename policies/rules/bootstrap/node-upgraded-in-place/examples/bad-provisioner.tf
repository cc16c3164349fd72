resource "null_resource" "upgrade" {
  connection {
    host = var.node
  }

  provisioner "remote-exec" {
    inline = [
      "sudo dnf update -y kubelet", # expect: node-upgraded-in-place
      "sudo yum upgrade -y oci-oke-node-all-${var.kubernetes_version}", # expect: node-upgraded-in-place
    ]
  }
}
