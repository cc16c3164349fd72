package rules.network["zonal-pod-subnet_test"]

import data.lib.testing
import data.rules.network["zonal-pod-subnet"] as rule

_pool(mode) := testing.resource(mode, {"mode": mode, "cluster": testing.at("c1"), "pod_subnets": [testing.at("s1")], "subnets": [testing.at("s2")]})

_given(subnet, modes) := {
	"facts": object.union(testing.facts, {"dual_stack_clusters": true}),
	"clusters": [testing.resource("c1", {"ip_families": ["IPv4", "IPv6"]})],
	"node_pools": [_pool(mode) | some mode in modes],
	"subnets": [testing.resource("s1", object.union({"route_table": testing.at("t1")}, subnet)), testing.resource("s2", {})],
	"route_tables": [],
}

_domain := {"ref": "data.oci_identity_availability_domains.ads.availability_domains[0].name", "kind": "expression"}

test_reported[note] if {
	some note, case in {
		"zonal": {"subnet": {"availability_domain": _domain}, "modes": ["virtual"], "ids": {"VNL-09", "VNT-17", "CNI-02", "ARC-04"}},
		"zonal, managed nodes": {"subnet": {"availability_domain": _domain}, "modes": ["managed"], "ids": {"CNI-02", "ARC-04"}},
		"regional": {"subnet": {}, "modes": ["virtual"], "ids": set()},
		"unknown": {"subnet": {"unknown": {"availability_domain": "var.ad"}}, "modes": ["virtual"], "ids": set()},
		"nobody's": {"subnet": {"availability_domain": _domain}, "modes": [], "ids": set()},
	}

	found := rule.violations with input as _given(case.subnet, case.modes)
	{id | some violation in found; some id in violation.requirements} == case.ids
}

test_self_managed_nodes_have_a_requirement_of_their_own if {
	given := _given({"availability_domain": testing.at("ad")}, ["self-managed"])
	found := rule.violations with input as given
	{id | some violation in found; some id in violation.requirements} == {"CNI-02", "ARC-04", "SMN-28"}
}
