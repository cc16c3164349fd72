// Keys, logs, neighbours, compartments, policies and connections out of native resources.
import { describe, expect, it } from "vitest";
import { built } from "../cloud/inventory-of.ts";

describe("resources around a cluster", () => {
  const { lists, lines, title } = built(`variable "tenancy_ocid" {}
resource "oci_kms_key" "k" {
  key_shape {
    algorithm = "AES"
    length    = 32
  }
  lifecycle {
    prevent_destroy = true
  }
}
resource "oci_logging_log" "l" {
  log_type   = "SERVICE"
  is_enabled = true
  configuration {
    source {
      source_type = "OCISERVICE"
      service     = "flowlogs"
      category    = "subnet"
      resource    = oci_core_subnet.s.id
    }
  }
}
resource "oci_core_subnet" "s" {}
resource "oci_mysql_mysql_db_system" "db" {
  subnet_id = oci_core_subnet.s.id
}
resource "oci_psql_db_system" "pg" {
  network_details {
    subnet_id = oci_core_subnet.s.id
  }
}
resource "oci_bastion_bastion" "b" {
  target_subnet_id = oci_core_subnet.s.id
}
resource "oci_monitoring_alarm" "a" {
  namespace = "oci_oke"
}
resource "oci_core_vtap" "t" {
  vcn_id = "ocid1.vcn.oc1..x"
}
resource "oci_identity_compartment" "top" {
  name           = "top"
  compartment_id = var.tenancy_ocid
}
resource "oci_identity_compartment" "dev" {
  name           = "dev"
  compartment_id = oci_identity_compartment.top.id
}
resource "oci_identity_policy" "p" {
  name           = "p"
  compartment_id = var.tenancy_ocid
  statements     = ["Allow group a to read buckets in tenancy"]
}`);
  const subnet = { id: lists.subnets[0]!.id };

  it("say what they state", () => {
    expect(lists.keys).toMatchObject([{ algorithm: "AES", length: 32, prevent_destroy: true }]);
    expect(lists.logs).toMatchObject([
      { log_type: "SERVICE", service: "flowlogs", category: "subnet", resource: subnet, enabled: true },
    ]);
    expect(lists.databases).toMatchObject([{ subnet }, { subnet }]);
    expect(lists.bastions).toMatchObject([{ subnet }]);
    expect(lists.alarms).toMatchObject([{ namespace: "oci_oke" }]);
    expect(lists.vtaps).toMatchObject([{ vcn: { ref: "ocid1.vcn.oc1..x", kind: "ocid" } }]);
    expect(lists.policies).toMatchObject([
      { compartment: { tenancy: true }, statements: ["Allow group a to read buckets in tenancy"] },
    ]);
    expect(lines(lists.keys[0]!.id, "length")).toBe("main.tf:5");
    expect(title(lists.databases[0]!.id)).toBe('Database "db"');
  });

  it("know what is above a compartment", () => {
    expect(lists.compartments).toMatchObject([
      { name: "top", path: ["top"], ancestors: ["var.tenancy_ocid"], ancestors_known: true },
      {
        name: "dev",
        path: ["top", "dev"],
        ancestors: ["oci_identity_compartment.top", "var.tenancy_ocid"],
        ancestors_known: true,
      },
    ]);
  });
});

describe("a connection", () => {
  const VCNS =
    'resource "oci_core_vcn" "a" {}\nresource "oci_core_vcn" "b" {}\nresource "oci_core_drg" "d" {}\n';

  it("is what one DRG holds together, with the routes behind it", () => {
    const { lists } = built(`${VCNS}resource "oci_core_drg_attachment" "a" {
  drg_id = oci_core_drg.d.id
  vcn_id = oci_core_vcn.a.id
}
resource "oci_core_drg_attachment" "b" {
  drg_id = oci_core_drg.d.id
  network_details {
    id   = oci_core_vcn.b.id
    type = "VCN"
  }
}
resource "oci_core_ipsec" "i" {
  drg_id        = oci_core_drg.d.id
  static_routes = ["10.9.0.0/16"]
}`);
    expect(lists.connections).toMatchObject([
      { vcns: lists.vcns.map(({ id }) => ({ id })), cidrs: ["10.9.0.0/16"], through: "oci_core_drg.d" },
    ]);
  });

  it("is a peering", () => {
    const { lists } = built(`${VCNS}resource "oci_core_local_peering_gateway" "a" {
  vcn_id  = oci_core_vcn.a.id
  peer_id = oci_core_local_peering_gateway.b.id
}
resource "oci_core_local_peering_gateway" "b" {
  vcn_id = oci_core_vcn.b.id
}`);
    expect(lists.connections).toMatchObject([
      { vcns: lists.vcns.map(({ id }) => ({ id })), through: "oci_core_local_peering_gateway.a" },
    ]);
  });

  it("is a peering of two DRGs in different regions", () => {
    const { lists } = built(`${VCNS}resource "oci_core_drg" "e" {}
resource "oci_core_drg_attachment" "a" {
  drg_id = oci_core_drg.d.id
  vcn_id = oci_core_vcn.a.id
}
resource "oci_core_drg_attachment" "b" {
  drg_id = oci_core_drg.e.id
  vcn_id = oci_core_vcn.b.id
}
resource "oci_core_remote_peering_connection" "a" {
  drg_id  = oci_core_drg.d.id
  peer_id = oci_core_remote_peering_connection.b.id
}
resource "oci_core_remote_peering_connection" "b" {
  drg_id = oci_core_drg.e.id
}`);
    expect(lists.connections.at(-1)).toMatchObject({
      vcns: lists.vcns.map(({ id }) => ({ id })),
      through: "oci_core_remote_peering_connection.a",
    });
  });
});
