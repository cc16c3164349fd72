package rules.network["private-subnet-behind-internet-gateway_test"]

import data.lib.testing
import data.rules.network["private-subnet-behind-internet-gateway"] as rule

_input(subnet, gateway) := {
	"facts": testing.facts,
	"vcns": [],
	"clusters": [],
	"node_pools": [],
	"subnets": [testing.resource("s1", object.union({"ipv6": false, "route_table": {"ref": "t1", "kind": "resource", "id": "t1"}}, subnet))],
	"route_tables": [testing.resource("t1", {"rules": [{"destination": "0.0.0.0/0", "gateway": gateway, "unknown": {}}]})],
}

test_reported[note] if {
	some note, case in {
		"private": {"subnet": {"private": true}, "gateway": "internet", "count": 1},
		"private by NAT": {"subnet": {"private": true}, "gateway": "nat", "count": 0},
		"public": {"subnet": {"private": false}, "gateway": "internet", "count": 0},
		"unknown": {"subnet": {"unknown": {"private": "var.p"}}, "gateway": "internet", "count": 0},
		"dual stack": {"subnet": {"private": true, "ipv6": true}, "gateway": "internet", "count": 0},
	}
	found := rule.violations with input as _input(case.subnet, case.gateway)
	count(found) == case.count
}

test_pods_have_a_rule_of_their_own if {
	pool := testing.resource("p1", {"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "pod_subnets": [{"ref": "s1", "kind": "resource", "id": "s1"}]})
	count(rule.violations) == 0 with input as object.union(_input({"private": true}, "internet"), {"node_pools": [pool]})
}

test_destinations[destination] if {
	some destination, expected in {"0.0.0.0/0": 1, "203.0.113.0/24": 1, "::/0": 0}
	tables := [testing.resource("t1", {"rules": [{"destination": destination, "gateway": "internet", "unknown": {}}]})]
	count(rule.violations) == expected with input as object.union(_input({"private": true}, "internet"), {"route_tables": tables})
}

test_silent_where_the_destination_is_unknown if {
	tables := [testing.resource("t1", {"rules": [{"gateway": "internet", "unknown": {"destination": "var.d"}}]})]
	count(rule.violations) == 0 with input as object.union(_input({"private": true}, "internet"), {"route_tables": tables})
}

test_all_routes_at_once if {
	tables := [testing.resource("t1", {"rules": [
		{"destination": "203.0.113.0/24", "gateway": "internet", "unknown": {}},
		{"destination": "0.0.0.0/0", "gateway": "nat", "unknown": {}},
		{"destination": "198.51.100.0/24", "gateway": "internet", "unknown": {}},
	]})]
	found := rule.violations with input as object.union(_input({"private": true}, "internet"), {"route_tables": tables})
	[[other.path | some other in violation.related] | some violation in found] == [[["rules", 0], ["rules", 2]]]
}
