package rules.network["public-pod-subnet_test"]

import data.lib.testing
import data.rules.network["public-pod-subnet"] as rule

_at(id) := {"ref": id, "kind": "resource", "id": id}

_pool(mode) := testing.resource(mode, {"mode": mode, "cluster": _at("c1"), "pod_subnets": [_at("s1")], "subnets": [_at("s2")]})

_given(subnet, modes) := {
	"facts": object.union(testing.facts, {"dual_stack_clusters": true}),
	"clusters": [testing.resource("c1", {"ip_families": ["IPv4", "IPv6"]})],
	"node_pools": [_pool(mode) | some mode in modes],
	"subnets": [testing.resource("s1", object.union({"route_table": _at("t1")}, subnet)), testing.resource("s2", {})],
	"route_tables": [],
}

test_reported[note] if {
	some note, case in {
		"public": {"subnet": {"private": false}, "modes": ["virtual"], "severities": {"error"}, "ids": {"VNL-09", "CNI-01"}},
		"public, managed nodes": {"subnet": {"private": false}, "modes": ["managed"], "severities": {"error"}, "ids": {"CNI-01"}},
		"two pools": {"subnet": {"private": false}, "modes": ["managed", "virtual"], "severities": {"error"}, "ids": {"VNL-09", "CNI-01"}},
		"dual stack": {"subnet": {"private": false, "ipv6": true}, "modes": ["virtual"], "severities": {"notice"}, "ids": {"VNL-09", "CNI-01"}},
		"private": {"subnet": {"private": true}, "modes": ["virtual"], "severities": set(), "ids": set()},
		"unknown": {"subnet": {"unknown": {"private": "var.p"}}, "modes": ["virtual"], "severities": set(), "ids": set()},
		"nobody's": {"subnet": {"private": false}, "modes": [], "severities": set(), "ids": set()},
	}

	found := rule.violations with input as _given(case.subnet, case.modes)
	{violation.severity | some violation in found} == case.severities
	{id | some violation in found; some id in violation.requirements} == case.ids
}

test_names_both_pages_for_dual_stack if {
	found := rule.violations with input as _given({"private": false, "ipv6": true}, ["managed"])
	{contains(violation.facts.why, "page on IPv6") | some violation in found} == {true}
	others := rule.violations with input as _given({"private": false}, ["managed"])
	{violation.facts.why | some violation in others} == {""}
}

test_overlay_pools_have_no_pod_subnet if {
	given := object.union(_given({"private": false}, []), {"node_pools": [testing.resource("p", {"mode": "managed", "cni": "FLANNEL_OVERLAY", "subnets": [_at("s1")]})]})
	count(rule.violations) == 0 with input as given
}

test_self_managed_nodes_have_a_requirement_of_their_own if {
	given := _given({"private": false}, ["self-managed"])
	found := rule.violations with input as given
	{id | some violation in found; some id in violation.requirements} == {"CNI-01", "SMN-28"}
}
