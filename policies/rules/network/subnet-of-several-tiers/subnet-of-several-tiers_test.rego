package rules.network["subnet-of-several-tiers_test"]

import data.lib.testing
import data.rules.network["subnet-of-several-tiers"] as rule

_r(name) := {"ref": $"oci_core_subnet.{name}", "kind": "resource"}

_input(fields, later) := {
	"facts": object.union(testing.facts, {"separate_load_balancer_subnets": later}),
	"clusters": [testing.resource("c1", {"endpoint_subnet": _r("api"), "lb_subnets": [_r("lb")]})],
	"node_pools": [testing.resource("p1", object.union(
		{
			"mode": "managed",
			"cluster": {"ref": "c1", "kind": "resource", "id": "c1"},
			"pod_subnets": [_r("pods")],
			"placements": [{"subnet": _r("nodes"), "unknown": {}}],
			"subnets": [_r("nodes")],
		},
		fields,
	))],
}

_in(name) := {"placements": [{"subnet": _r(name), "unknown": {}}], "subnets": [_r(name)]}

test_reported[note] if {
	some note, case in {
		"all distinct": {"fields": {}, "later": false, "found": set()},
		"pods with the endpoint": {"fields": {"pod_subnets": [_r("api")]}, "later": false, "found": {[["pod_subnets", 0], "warning"]}},
		"nodes with load balancers": {"fields": _in("lb"), "later": false, "found": {[["placements", 0, "subnet"], "warning"]}},
		"nodes with load balancers, later": {"fields": _in("lb"), "later": true, "found": {[["placements", 0, "subnet"], "error"]}},
		"nodes with pods": {"fields": {"pod_subnets": [_r("nodes")]}, "later": false, "found": set()},
		"everything in one": {
			"fields": object.union(_in("lb"), {"pod_subnets": [_r("lb")]}),
			"later": false,
			"found": {[["placements", 0, "subnet"], "warning"]},
		},
		"virtual nodes with load balancers": {"fields": object.union(_in("lb"), {"mode": "virtual"}), "later": true, "found": set()},
		"virtual pods with the endpoint": {
			"fields": {"mode": "virtual", "pod_subnets": [_r("api")]},
			"later": false,
			"found": {[["pod_subnets", 0], "warning"]},
		},
		"subnets that a placement list goes with": {"fields": {"placements": [], "subnets": [_r("api")]}, "later": false, "found": set()},
		"nodes with the endpoint, later": {"fields": _in("api"), "later": true, "found": {[["placements", 0, "subnet"], "warning"]}},
		"pods with load balancers, later": {"fields": {"pod_subnets": [_r("lb")]}, "later": true, "found": {[["pod_subnets", 0], "warning"]}},
		"pods in two subnets, one with the nodes": {"fields": {"pod_subnets": [_r("nodes"), _r("api")]}, "later": false, "found": {[["pod_subnets", 1], "warning"]}},
	}
	found := rule.violations with input as _input(case.fields, case.later)
	{[violation.path, violation.severity] | some violation in found} == case.found
}

test_endpoint_with_load_balancers if {
	found := rule.violations with input as {
		"facts": testing.facts,
		"node_pools": [],
		"clusters": [testing.resource("c1", {"endpoint_subnet": _r("a"), "lb_subnets": [_r("a"), _r("b")]})],
	}
	[violation.requirements | some violation in found] == [["ARC-06"]]
}

# They have no placements.
test_self_managed_nodes[note] if {
	some note, case in {
		"with the endpoint": {"fields": {"subnets": [_r("api")]}, "found": {["subnets", 0]}},
		"in subnets of their own": {"fields": {}, "found": set()},
		"everything in one": {"fields": {"subnets": [_r("api")], "pod_subnets": [_r("api")]}, "found": {["subnets", 0]}},
	}
	given := _input({"mode": "self-managed"}, false)
	pool := object.union(object.remove(given.node_pools[0], ["placements"]), case.fields)
	found := rule.violations with input as object.union(given, {"node_pools": [pool]})
	{violation.path | some violation in found} == case.found
}

test_endpoint_apart_from_load_balancers[note] if {
	some note, cluster in {
		"two subnets": {"endpoint_subnet": _r("a"), "lb_subnets": [_r("b")]},
		"perhaps another": {"endpoint_subnet": _r("a"), "lb_subnets": [_r("a")], "unknown": {"lb_subnets": "var.lb"}},
	}
	count(rule.violations) == 0 with input as {"facts": testing.facts, "node_pools": [], "clusters": [testing.resource("c1", cluster)]}
}
