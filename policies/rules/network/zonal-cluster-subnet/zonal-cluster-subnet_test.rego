package rules.network["zonal-cluster-subnet_test"]

import data.lib.testing
import data.rules.network["zonal-cluster-subnet"] as rule

_r(id) := {"ref": id, "kind": "resource", "id": id}

_input := {
	"clusters": [testing.resource("c1", {"endpoint_subnet": _r("api"), "lb_subnets": [_r("lb"), _r("api")], "vcn": _r("v1")})],
	"databases": [testing.resource("d1", {"subnet": _r("db")})],
	"node_pools": [
		testing.resource("p1", {"mode": "managed", "cni": "OCI_VCN_IP_NATIVE", "pod_subnets": [_r("pods")], "subnets": [_r("nodes")]}),
		testing.resource("p2", {"mode": "virtual", "pod_subnets": [_r("pods")], "subnets": [_r("virtual")]}),
	],
}

test_reported[id] if {
	some id, severities in {
		"api": {"error"},
		"lb": {"warning"},
		"db": {"warning"},
		"nodes": {"notice"},
		"pods": set(),
		"virtual": set(),
		"other": set(),
	}
	subnet := testing.resource(id, {"availability_domain": {"ref": "data.ads", "kind": "expression"}, "vcn": _r("v1")})
	found := rule.violations with input as object.union(_input, {"subnets": [subnet]})
	{violation.severity | some violation in found} == severities
}

test_clusters_with_virtual_nodes_have_a_requirement_of_their_own[note] if {
	some note, case in {
		"endpoint": {"subnet": "api", "mode": "virtual", "ids": {"ARC-04", "VNT-17"}},
		"load balancers": {"subnet": "lb", "mode": "virtual", "ids": {"ARC-04", "VNT-17"}},
		"managed nodes": {"subnet": "api", "mode": "managed", "ids": {"ARC-04"}},
	}
	subnet := testing.resource(case.subnet, {"availability_domain": {"ref": "data.ads", "kind": "expression"}, "vcn": _r("v1")})
	pool := testing.resource("p1", {"mode": case.mode, "cluster": _r("c1")})
	found := rule.violations with input as object.union(_input, {"subnets": [subnet], "node_pools": [pool]})
	{id | some violation in found; some id in violation.requirements} == case.ids
}

test_silent_about_regional_subnets[id] if {
	some id in ["api", "lb", "db", "nodes"]
	given := object.union(_input, {"subnets": [testing.resource(id, {"vcn": _r("v1"), "unknown": {"availability_domain": "var.ad"}})]})
	count(rule.violations) == 0 with input as given
}

test_databases_of_other_networks_are_not_ours if {
	subnet := testing.resource("db", {"availability_domain": {"ref": "data.ads", "kind": "expression"}, "vcn": _r("v2")})
	count(rule.violations) == 0 with input as object.union(_input, {"subnets": [subnet]})
}
