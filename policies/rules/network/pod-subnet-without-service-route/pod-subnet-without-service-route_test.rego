package rules.network["pod-subnet-without-service-route_test"]

import data.lib.testing
import data.rules.network["pod-subnet-without-service-route"] as rule

_pool(mode) := testing.resource(mode, {"mode": mode, "cluster": testing.at("c1"), "pod_subnets": [testing.at("s1")], "subnets": [testing.at("s2")]})

_given(table, modes) := {
	"facts": object.union(testing.facts, {"dual_stack_clusters": true}),
	"clusters": [testing.resource("c1", {"ip_families": ["IPv4", "IPv6"]})],
	"node_pools": [_pool(mode) | some mode in modes],
	"subnets": [testing.resource("s1", {"route_table": testing.at("t1"), "ipv6": true}), testing.resource("s2", {})],
	"route_tables": [testing.resource("t1", table)],
}

_nat := {"destination": "0.0.0.0/0", "gateway": "nat", "unknown": {}}

_service := {"destination": "all-fra-services-in-oracle-services-network", "destination_type": "SERVICE_CIDR_BLOCK", "gateway": "service", "unknown": {}}

_internet := {"destination": "0.0.0.0/0", "gateway": "internet", "unknown": {}}

test_reported[note] if {
	some note, case in {
		"none": {"table": {"rules": [_nat]}, "modes": ["virtual"], "ids": {"VNL-07", "CNI-19"}},
		"none, managed nodes": {"table": {"rules": [_nat]}, "modes": ["managed"], "ids": {"CNI-19"}},
		"object storage alone": {
			"table": {"rules": [_nat, object.union(_service, {"destination": "oci-fra-objectstorage"})]},
			"modes": ["virtual"],
			"ids": {"VNL-07", "CNI-19"},
		},
		"there": {"table": {"rules": [_service, _nat]}, "modes": ["virtual"], "ids": set()},
		"unknown": {"table": {"rules": [_nat], "unknown": {"rules": "var.rules"}}, "modes": ["virtual"], "ids": set()},
	}

	found := rule.violations with input as _given(case.table, case.modes)
	{id | some violation in found; some id in violation.requirements} == case.ids
}
