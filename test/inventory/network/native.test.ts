// Networks out of native resources: what binds a subnet to routes and rules, and both schemas of security rules.
import { describe, expect, it } from "vitest";
import { built } from "../cloud/inventory-of.ts";

const VCN = `resource "oci_core_vcn" "v" { cidr_block = "10.0.0.0/16" }
resource "oci_core_nat_gateway" "nat" { vcn_id = oci_core_vcn.v.id }
resource "oci_core_internet_gateway" "igw" { vcn_id = oci_core_vcn.v.id }
resource "oci_core_route_table" "r" {
  vcn_id = oci_core_vcn.v.id
  route_rules {
    destination       = "0.0.0.0/0"
    network_entity_id = oci_core_nat_gateway.nat.id
  }
}
resource "oci_core_default_route_table" "d" {
  manage_default_resource_id = oci_core_vcn.v.default_route_table_id
  route_rules {
    destination       = "0.0.0.0/0"
    network_entity_id = oci_core_internet_gateway.igw.id
  }
}
`;

describe("the route table of a subnet", () => {
  const tableOf = (text: string) => {
    const { lists } = built(`${VCN}${text}`);
    const { route_table } = lists.subnets[0]!;
    return (
      lists.route_tables.find(({ id }) => id === route_table?.id)?.rules?.[0]?.gateway ?? route_table?.ref
    );
  };

  it("is the one it names", () => {
    expect(
      tableOf(
        'resource "oci_core_subnet" "s" {\nvcn_id = oci_core_vcn.v.id\nroute_table_id = oci_core_route_table.r.id\n}',
      ),
    ).toBe("nat");
  });

  it("is the one that is attached", () => {
    expect(
      tableOf(`resource "oci_core_subnet" "s" { vcn_id = oci_core_vcn.v.id }
resource "oci_core_route_table_attachment" "a" {
  subnet_id      = oci_core_subnet.s.id
  route_table_id = oci_core_route_table.r.id
}`),
    ).toBe("nat");
  });

  it("is the VCN's default when there is none", () => {
    expect(tableOf('resource "oci_core_subnet" "s" { vcn_id = oci_core_vcn.v.id }')).toBe("internet");
    expect(
      tableOf(
        'resource "oci_core_subnet" "s" {\nvcn_id = oci_core_vcn.v.id\nroute_table_id = oci_core_vcn.v.default_route_table_id\n}',
      ),
    ).toBe("internet");
  });

  it("has no routes when nobody wrote a default one", () => {
    const { lists, lines } = built(
      'resource "oci_core_vcn" "v" { cidr_block = "10.0.0.0/16" }\nresource "oci_core_subnet" "s" { vcn_id = oci_core_vcn.v.id }',
    );
    const [table] = lists.route_tables;
    expect(table).toMatchObject({ implicit: true, rules: [], default_of: { id: lists.vcns[0]!.id } });
    expect(lists.subnets[0]).toMatchObject({
      route_table: { id: table!.id },
      security_lists: [{ id: lists.security_lists[0]!.id }],
    });
    expect(lists.security_rules.map(({ protocol, peer }) => `${protocol} ${peer}`)).toEqual([
      "tcp 0.0.0.0/0",
      "icmp 0.0.0.0/0",
      "icmp 10.0.0.0/16",
      "all 0.0.0.0/0",
    ]);
    expect(lines(table!.id, "rules")).toBe("main.tf:1");
  });

  it("may have routes that others add, where Terraform leaves changes alone", () => {
    const rules = (ignored: string) =>
      built(`resource "oci_core_route_table" "r" {\n  lifecycle {\n    ignore_changes = [${ignored}]\n  }\n}`)
        .lists.route_tables[0]!.unknown["rules"];
    expect(rules("route_rules")).toBe("lifecycle.ignore_changes");
    expect(rules("defined_tags")).toBeUndefined();
  });

  it("is not known when a variable says it", () => {
    expect(
      tableOf(
        'variable "r" {}\nresource "oci_core_subnet" "s" {\nvcn_id = oci_core_vcn.v.id\nroute_table_id = var.r\n}',
      ),
    ).toBe("var.r");
  });
});

describe("a subnet", () => {
  const subnet = (body: string) =>
    built(`variable "x" {}\nresource "oci_core_subnet" "s" {\n${body}\n}`).lists.subnets[0]!;

  it.each([
    ["", { private: false, ipv6: false }],
    ["prohibit_public_ip_on_vnic = true", { private: true }],
    ["prohibit_public_ip_on_vnic = false\nprohibit_internet_ingress = true", { private: true }],
    ['ipv6cidr_block = "fd00::/64"', { ipv6: true }],
    ['availability_domain = "x:AD-1"', { availability_domain: { ref: "x:AD-1" } }],
    ['cidr_block = "10.0.0.0/24"', { cidrs: ["10.0.0.0/24"] }],
    ['ipv4cidr_blocks = ["10.0.0.0/24", "10.0.1.0/24"]', { cidrs: ["10.0.0.0/24", "10.0.1.0/24"] }],
    ['cidr_block = cidrsubnet("10.0.0.0/16", 8, 2)', { cidrs: ["10.0.2.0/24"] }],
  ])("with %j is read", (body, expected) => {
    expect(subnet(body)).toMatchObject(expected);
  });

  it.each(["private", "availability_domain", "ipv6", "cidrs"])(
    "does not know %s where a variable decides",
    (attribute) => {
      const names = {
        private: "prohibit_public_ip_on_vnic",
        availability_domain: "availability_domain",
        ipv6: "ipv6cidr_block",
        cidrs: "cidr_block",
      };
      const one = subnet(`${names[attribute as "ipv6"]} = var.x`);
      expect(one).not.toHaveProperty(attribute === "cidrs" ? "cidrs.0" : attribute);
      expect(one.unknown).toHaveProperty(attribute);
    },
  );
});

describe("security rules", () => {
  it.each([
    ["ocid1.vcn...", false],
    ["<OCID of the VCN>", false],
    ["ocid1.vcn.oc1.iad.xxxxxxxx", false],
    ["ocid1.vcn.oc1.iad.amaaaaaaxxxa", true],
  ])("is in the same VCN as another when both say %s: %s", (vcn, same) => {
    const { lists } = built(
      ["a", "b"].map((name) => `resource "oci_core_subnet" "${name}" {\n  vcn_id = "${vcn}"\n}\n`).join(""),
    );
    const [a, b] = lists.subnets;
    expect(a!.vcn!.ref === b!.vcn!.ref).toBe(same);
    expect(a!.vcn!.kind).toBe(same ? "ocid" : "expression");
  });

  it("is in the same VCN as another when one variable says so, whatever its placeholder", () => {
    const subnet = (name: string) => `resource "oci_core_subnet" "${name}" {\n  vcn_id = var.vcn_id\n}\n`;
    const { lists } = built(
      `variable "vcn_id" {\n  default = "ocid1.vcn..."\n}\n${subnet("a")}${subnet("b")}`,
    );
    expect(lists.subnets[0]!.vcn!.ref).toBe(lists.subnets[1]!.vcn!.ref);
  });

  it("are read from both schemas", () => {
    const { lists, lines } = built(`resource "oci_core_security_list" "l" {
  ingress_security_rules {
    protocol = "6"
    source   = "10.0.0.0/24"
    tcp_options {
      min = 30000
      max = 32767
    }
  }
  egress_security_rules {
    protocol    = "all"
    destination = "0.0.0.0/0"
  }
  ingress_security_rules {
    protocol = 1
    source   = "0.0.0.0/0"
    icmp_options {
      type = 3
      code = 4
    }
  }
}
resource "oci_core_network_security_group" "g" {}
resource "oci_core_network_security_group_security_rule" "r" {
  network_security_group_id = oci_core_network_security_group.g.id
  direction                 = "EGRESS"
  protocol                  = "17"
  destination               = oci_core_network_security_group.g.id
  destination_type          = "NETWORK_SECURITY_GROUP"
  udp_options {
    destination_port_range {
      min = 53
      max = 53
    }
  }
}`);
    const [list, group] = [lists.security_lists[0]!, lists.nsgs[0]!];
    expect(list.complete).toBe(true);
    expect(group.complete).toBe(true);
    const rules = lists.security_rules;
    expect(rules).toMatchObject([
      {
        holder: { id: list.id },
        direction: "ingress",
        protocol: "tcp",
        peer: "10.0.0.0/24",
        peer_kind: "cidr",
        ports: { min: 30000, max: 32767 },
      },
      { direction: "ingress", protocol: "icmp", icmp: { type: 3, code: 4 } },
      { direction: "egress", protocol: "all", peer: "0.0.0.0/0" },
      {
        holder: { id: group.id },
        holder_kind: "nsg",
        direction: "egress",
        protocol: "udp",
        peer_kind: "nsg",
        peer_ref: { id: group.id },
        ports: { min: 53, max: 53 },
      },
    ]);
    expect(lines(rules[0]!.id, "ports")).toBe("main.tf:5");
    expect(lines(rules[0]!.id, "peer")).toBe("main.tf:4");
    expect(lines(rules[1]!.id)).toBe("main.tf:14");
    expect(lines(rules[3]!.id, "ports")).toBe("main.tf:31");
  });

  it("are not complete when there may be others", () => {
    const { lists } = built(`variable "rules" {}
resource "oci_core_security_list" "l" {
  dynamic "ingress_security_rules" {
    for_each = var.rules
    content {
      protocol = ingress_security_rules.value.protocol
      source   = ingress_security_rules.value.source
    }
  }
}
resource "oci_core_network_security_group" "g" {}
resource "oci_core_network_security_group_security_rule" "r" {
  for_each                  = var.rules
  network_security_group_id = oci_core_network_security_group.g.id
  direction                 = "INGRESS"
  protocol                  = "6"
}`);
    expect(lists.security_lists[0]!.complete).toBe(false);
    expect(lists.nsgs[0]!.complete).toBe(false);
  });

  it.each([
    ["[ingress_security_rules, egress_security_rules]", false],
    ["[egress_security_rules[0].description]", false],
    ["all", false],
    ["[display_name]", true],
  ])("are complete unless others may change them: ignore_changes = %s", (ignored, complete) => {
    const { lists } = built(
      `resource "oci_core_security_list" "l" {\n  lifecycle {\n    ignore_changes = ${ignored}\n  }\n}`,
    );
    expect(lists.security_lists[0]!.complete).toBe(complete);
  });

  it("do not take unknown ports for all ports", () => {
    const { lists } = built(`variable "p" {}
resource "oci_core_security_list" "l" {
  ingress_security_rules {
    protocol = "6"
    source   = var.p
    tcp_options {
      min = var.p
      max = var.p
    }
  }
}`);
    expect(lists.security_rules[0]).not.toHaveProperty("ports");
    expect(lists.security_rules[0]!.unknown).toMatchObject({ ports: "var.p", peer: "var.p" });
  });
});

describe("the availability domain of a subnet", () => {
  const DOMAINS = `variable "n" {}
variable "regional" {}
data "oci_identity_availability_domains" "all" { compartment_id = "x" }
locals { names = data.oci_identity_availability_domains.all.availability_domains[*].name }
`;
  const stated = (expression: string) => {
    const { lists } = built(
      `${DOMAINS}resource "oci_core_subnet" "s" { availability_domain = ${expression} }`,
    );
    const { availability_domain, unknown } = lists.subnets[0]!;
    return availability_domain ? "set" : "availability_domain" in unknown ? "unknown" : "none";
  };

  it.each([
    ["data.oci_identity_availability_domains.all.availability_domains[0].name"],
    ["data.oci_identity_availability_domains.all.availability_domains[var.n - 1].name"],
    ["data.oci_identity_availability_domains.all.availability_domains.*.name[0]"],
    ['lookup(data.oci_identity_availability_domains.all.availability_domains[var.n - 1], "name")'],
    ["element(local.names, 0)"],
    ["[for one in data.oci_identity_availability_domains.all.availability_domains : one.name][0]"],
  ])("is set where it is one of the list: %s", (expression) => {
    expect(stated(expression)).toBe("set");
  });

  it.each([
    ["var.regional ? null : local.names[0]", "unknown"],
    ["try(local.names[0], null)", "unknown"],
    ["var.n", "unknown"],
    ["null", "none"],
  ])("is %s: %s", (expression, answer) => {
    expect(stated(expression)).toBe(answer);
  });
});

describe("a VCN under its first name", () => {
  it("is a VCN, with its defaults", () => {
    const { lists } = built(`resource "oci_core_virtual_network" "v" { cidr_block = "10.0.0.0/16" }
resource "oci_core_subnet" "s" { vcn_id = "\${oci_core_virtual_network.v.id}" }`);
    const [vcn] = lists.vcns;
    expect(vcn).toMatchObject({ address: "oci_core_virtual_network.v", cidrs: ["10.0.0.0/16"] });
    expect(lists.subnets[0]?.vcn?.id).toBe(vcn?.id);
    expect(lists.route_tables[0]?.default_of?.id).toBe(vcn?.id);
  });
});

describe("a subnet out of a module", () => {
  it("is told where it is used, not where the module gives it out", () => {
    const { lists, lines } = built({
      "main.tf": `module "net" { source = "./net" }
resource "oci_containerengine_node_pool" "p" {
  node_config_details {
    placement_configs {
      subnet_id = module.net.ids["nodes"]
    }
  }
}`,
      "net/main.tf": `resource "oci_core_subnet" "nodes" { cidr_block = "10.0.0.0/24" }
output "ids" {
  value = { nodes = oci_core_subnet.nodes.id }
}`,
    });
    const [pool] = lists.node_pools;
    expect(pool?.placements?.[0]?.subnet?.id).toBe(lists.subnets[0]?.id);
    expect(lines(pool!.id, "placements", 0, "subnet")).toBe("main.tf:5");
  });
});
