package lib.route_test

import data.lib.route
import data.lib.testing

_vcn := {"ref": "oci_core_vcn.v", "kind": "resource", "id": "v1"}

_rule(fields) := object.union({"unknown": {}}, fields)

_nat := _rule({"destination": "0.0.0.0/0", "gateway": "nat"})

_service := _rule({"destination": "all-fra-services-in-oracle-services-network", "destination_type": "SERVICE_CIDR_BLOCK", "gateway": "service"})

_table(fields) := testing.resource("t1", fields)

test_answers[note] if {
	some note, case in {
		"both": {"table": {"rules": [_nat, _service]}, "nat": "yes", "services": "yes"},
		"none": {"table": {"rules": []}, "nat": "no", "services": "no"},
		"no rules at all": {"table": {}, "nat": "no", "services": "no"},
		"nat alone": {"table": {"rules": [_nat]}, "nat": "yes", "services": "no"},
		"object storage alone": {
			"table": {"rules": [_nat, _rule({"destination": "oci-fra-objectstorage", "destination_type": "SERVICE_CIDR_BLOCK", "gateway": "service"})]},
			"nat": "yes",
			"services": "no",
		},
		"through a hub": {"table": {"rules": [_rule({"destination": "0.0.0.0/0", "gateway": "drg"})]}, "nat": "yes", "services": "yes"},
		"to one network over a hub": {"table": {"rules": [_rule({"destination": "10.1.0.0/16", "gateway": "drg"})]}, "nat": "no", "services": "no"},
		"nat to one network": {"table": {"rules": [_rule({"destination": "8.8.8.8/32", "gateway": "nat"})]}, "nat": "no", "services": "no"},
		"target not known": {"table": {"rules": [_rule({"destination": "0.0.0.0/0"})]}, "nat": "unknown", "services": "unknown"},
		"services whose name is not known": {"table": {"rules": [_rule({"gateway": "service", "unknown": {"destination": "data.x"}})]}, "nat": "no", "services": "yes"},
		"some rules not known": {"table": {"rules": [_nat], "unknown": {"rules": "var.rules"}}, "nat": "yes", "services": "unknown"},
		"services to an unknown target": {
			"table": {"rules": [_rule({"destination_type": "SERVICE_CIDR_BLOCK", "unknown": {"destination": "data.x"}})]},
			"nat": "unknown",
			"services": "yes",
		},
		"Object Storage to an unknown target": {
			"table": {"rules": [_rule({"destination_type": "SERVICE_CIDR_BLOCK", "destination": "oci-fra-objectstorage"})]},
			"nat": "unknown",
			"services": "unknown",
		},
		"services through an internet gateway": {"table": {"rules": [object.union(_service, {"gateway": "internet"})]}, "nat": "no", "services": "no"},
		"nat to somewhere": {"table": {"rules": [_rule({"gateway": "nat", "unknown": {"destination": "var.d"}})]}, "nat": "yes", "services": "no"},
		"through a hub to somewhere": {"table": {"rules": [_rule({"gateway": "drg", "unknown": {"destination": "var.d"}})]}, "nat": "yes", "services": "yes"},
		"internet gateway": {"table": {"rules": [_rule({"destination": "0.0.0.0/0", "gateway": "internet"})]}, "nat": "no", "services": "no"},
	}
	route.to_nat(_table(case.table)) == case.nat
	route.to_services(_table(case.table)) == case.services
}

# What stands between the subnet and the internet may lead to Oracle services as well.
test_everything_through[gateway] if {
	some gateway in ["drg", "private-ip", "local-peering", "other"]
	table := _table({"rules": [_rule({"destination": "0.0.0.0/0", "gateway": gateway})]})
	[route.to_nat(table), route.to_services(table)] == ["yes", "yes"]
}

test_internet_rules if route.to_internet(_table({"rules": [_nat, _rule({"gateway": "internet"})]})) == [1]

_input(tables) := {"vcns": [testing.resource("v1", {})], "route_tables": tables}

test_table_of[note] if {
	some note, case in {
		"named": {"subnet": {"route_table": {"ref": "t", "kind": "resource", "id": "t1"}}, "tables": [_table({})], "ids": {"t1"}},
		"default that is managed": {"subnet": {"vcn": _vcn}, "tables": [_table({"default_of": _vcn})], "ids": {"t1"}},
		"one of two defaults": {
			"subnet": {"vcn": _vcn},
			"tables": [_table({"default_of": _vcn}), object.union(_table({"default_of": _vcn}), {"id": "t2"})],
			"ids": set(),
		},
		"default of a VCN elsewhere": {"subnet": {"vcn": {"ref": "var.v", "kind": "expression"}}, "tables": [], "ids": set()},
		"unknown": {"subnet": {"vcn": _vcn, "unknown": {"route_table": "var.t"}}, "tables": [_table({"default_of": _vcn})], "ids": set()},
		"elsewhere": {"subnet": {"vcn": _vcn, "route_table": {"ref": "var.t", "kind": "expression"}}, "tables": [], "ids": set()},
		"made by the module": {"subnet": {"vcn": _vcn, "by_module": true}, "tables": [], "ids": set()},
	}
	ids := {table.id | table := route.table_of(testing.resource("s1", case.subnet))} with input as _input(case.tables)
	ids == case.ids
}
