variable "availability_domain" {
  type = string
}

variable "compartment_id" {
  type = string
}

variable "route_table_id" {
  type = string
}

variable "vcn_id" {
  type = string
}

resource "oci_core_subnet" "database" {
  compartment_id             = var.compartment_id
  vcn_id                     = var.vcn_id
  display_name               = "database"
  prohibit_public_ip_on_vnic = true
  route_table_id = var.route_table_id
}

resource "oci_mysql_mysql_db_system" "orders" {
  compartment_id      = var.compartment_id
  availability_domain = var.availability_domain
  display_name        = "orders"
  shape_name          = "MySQL.2"
  subnet_id           = oci_core_subnet.database.id
}
