resource "oci_containerengine_cluster_start_credential_rotation_management" "this" {
  cluster_id                     = var.cluster_id
  auto_completion_delay_duration = "5 days" # expect: invalid-rotation-delay
}
