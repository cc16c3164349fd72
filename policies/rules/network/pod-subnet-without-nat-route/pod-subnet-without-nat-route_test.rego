package rules.network["pod-subnet-without-nat-route_test"]

import data.lib.testing
import data.rules.network["pod-subnet-without-nat-route"] as rule

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
		"none": {"table": {"rules": [_service]}, "modes": ["virtual"], "severities": {"error"}},
		"none, managed nodes": {"table": {"rules": [_service]}, "modes": ["managed"], "severities": {"warning"}},
		"none, both": {"table": {"rules": [_service]}, "modes": ["managed", "virtual"], "severities": {"error"}},
		"there": {"table": {"rules": [_service, _nat]}, "modes": ["virtual"], "severities": set()},
		"unknown": {"table": {"rules": [_service], "unknown": {"rules": "var.rules"}}, "modes": ["virtual"], "severities": set()},
		"internet gateway": {"table": {"rules": [_internet]}, "modes": ["virtual"], "severities": set()},
		"nobody's": {"table": {"rules": []}, "modes": [], "severities": set()},
	}

	found := rule.violations with input as _given(case.table, case.modes)
	{violation.severity | some violation in found} == case.severities
}

test_a_table_that_nobody_wrote_is_reported_on_the_subnet if {
	found := rule.violations with input as _given({"rules": [], "implicit": true}, ["virtual"])
	{violation.item | some violation in found} == {"s1"}
}
