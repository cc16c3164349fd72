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
