variable "log_group_id" {
  type = string
}

variable "subnet_id" {
  type = string
}

resource "oci_logging_log" "flow" {
  display_name = "flow"
  log_group_id = var.log_group_id
  log_type     = "SERVICE"
  is_enabled   = false # expect: disabled-flow-log

  configuration {
    source {
      category    = "subnet"
      resource    = var.subnet_id
      service     = "flowlogs"
      source_type = "OCISERVICE"
    }
  }
}
