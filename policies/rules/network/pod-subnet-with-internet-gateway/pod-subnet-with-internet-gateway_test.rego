package rules.network["pod-subnet-with-internet-gateway_test"]

import data.lib.testing
import data.rules.network["pod-subnet-with-internet-gateway"] as rule

_at(id) := {"ref": id, "kind": "resource", "id": id}

_pool(mode) := testing.resource(mode, {"mode": mode, "cluster": _at("c1"), "pod_subnets": [_at("s1")], "subnets": [_at("s2")]})

_given(table, modes) := {
	"facts": object.union(testing.facts, {"dual_stack_clusters": true}),
	"clusters": [testing.resource("c1", {"ip_families": ["IPv4", "IPv6"]})],
	"node_pools": [_pool(mode) | some mode in modes],
	"subnets": [testing.resource("s1", {"route_table": _at("t1"), "ipv6": true}), testing.resource("s2", {})],
	"route_tables": [testing.resource("t1", table)],
}

_nat := {"destination": "0.0.0.0/0", "gateway": "nat", "unknown": {}}

_service := {"destination": "all-fra-services-in-oracle-services-network", "destination_type": "SERVICE_CIDR_BLOCK", "gateway": "service", "unknown": {}}

_internet := {"destination": "0.0.0.0/0", "gateway": "internet", "unknown": {}}

_four(given) := object.union(given, {"clusters": [testing.resource("c1", {"ip_families": ["IPv4"]})]})

test_reported[note] if {
	some note, case in {
		"alone": {"table": {"rules": [_internet]}, "modes": ["virtual"], "ids": {"VNL-07", "VNL-08", "CNI-19"}},
		"beside a NAT gateway": {"table": {"rules": [_nat, {"destination": "8.0.0.0/8", "gateway": "internet", "unknown": {}}]}, "modes": ["virtual"], "ids": {"VNL-08", "CNI-19"}},
		"managed nodes": {"table": {"rules": [_internet]}, "modes": ["managed"], "ids": {"CNI-19"}},
		"none": {"table": {"rules": [_nat, _service]}, "modes": ["virtual"], "ids": set()},
		"nobody's": {"table": {"rules": [_internet]}, "modes": [], "ids": set()},
	}

	found := rule.violations with input as _four(_given(case.table, case.modes))
	{id | some violation in found; some id in violation.requirements} == case.ids
	every violation in found {
		violation.severity == "error"
	}
}

test_dual_stack if {
	found := rule.violations with input as _given({"rules": [_internet]}, ["virtual"])
	{violation.severity | some violation in found} == {"notice"}
}

test_says_what_becomes_of_the_traffic[note] if {
	some note, case in {
		"IPv4 only": {"given": _four(_given({"rules": [_internet]}, ["virtual"])), "fate": ", where it is lost"},
		"IPv4 in a dual-stack cluster": {"given": _given({"rules": [_internet]}, ["virtual"]), "fate": "for IPv6 alone"},
		"IPv6 in a dual-stack cluster": {"given": _given({"rules": [object.union(_internet, {"destination": "::/0"})]}, ["virtual"]), "fate": "right for IPv6"},
	}
	found := rule.violations with input as case.given
	count(found) == 1
	some violation in found
	contains(violation.facts.fate, case.fate)
}
