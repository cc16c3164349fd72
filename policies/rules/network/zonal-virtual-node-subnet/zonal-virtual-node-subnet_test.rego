package rules.network["zonal-virtual-node-subnet_test"]

import data.lib.testing
import data.rules.network["zonal-virtual-node-subnet"] as rule

_pool(mode) := testing.resource(mode, {"mode": mode, "cluster": testing.at("c1"), "pod_subnets": [testing.at("s1")], "subnets": [testing.at("s2")]})

_given(subnet, modes) := {
	"facts": object.union(testing.facts, {"dual_stack_clusters": true}),
	"clusters": [testing.resource("c1", {"ip_families": ["IPv4", "IPv6"]})],
	"node_pools": [_pool(mode) | some mode in modes],
	"subnets": [testing.resource("s1", object.union({"route_table": testing.at("t1")}, subnet)), testing.resource("s2", {})],
	"route_tables": [],
}

_domain := {"ref": "var.ad", "kind": "expression"}

_nodes(fields, modes) := object.union(_given({}, modes), {"subnets": [testing.resource("s2", fields), testing.resource("s1", {})]})

test_reported[note] if {
	some note, case in {
		"zonal": {"subnet": {"availability_domain": _domain}, "modes": ["virtual"], "count": 1},
		"regional": {"subnet": {}, "modes": ["virtual"], "count": 0},
		"managed nodes": {"subnet": {"availability_domain": _domain}, "modes": ["managed"], "count": 0},
	}

	found := rule.violations with input as _nodes(case.subnet, case.modes)
	count(found) == case.count
}

test_silent_where_the_pods_are if {
	pool := testing.resource("p", {"mode": "virtual", "pod_subnets": [testing.at("s2")], "subnets": [testing.at("s2")]})
	given := object.union(_nodes({"availability_domain": _domain}, []), {"node_pools": [pool]})
	count(rule.violations) == 0 with input as given
}
