package rules.join["small-pod-subnet_test"]

import data.lib.testing
import data.rules.join["small-pod-subnet"] as rule

_pods(replicas) := [{"id": "w1", "kind": "Deployment", "name": "web", "namespace": "shop", "nodes": "virtual", "replicas": replicas, "unknown": {}}]

_index(replicas) := {"pods": _pods(replicas), "objects": {}}

_given(cidr, replicas) := {
	"facts": testing.facts,
	"clusters": [],
	"node_pools": [testing.resource("p1", {"mode": "virtual", "size": 3, "pod_subnets": [testing.at("s1")]})],
	"subnets": [testing.resource("s1", {"cidrs": [cidr]})],
	"index": _index(replicas),
}

test_reported[note] if {
	some note, case in {
		"/28 for 40": {"cidr": "10.0.0.0/28", "replicas": 40, "severities": {"warning"}},
		"/26 for 61": {"cidr": "10.0.0.0/26", "replicas": 61, "severities": {"notice"}},
		"/26 for 62": {"cidr": "10.0.0.0/26", "replicas": 62, "severities": {"warning"}},
		"/26 for 46": {"cidr": "10.0.0.0/26", "replicas": 46, "severities": set()},
		"/20 for 40": {"cidr": "10.0.0.0/20", "replicas": 40, "severities": set()},
		"/16 with just the room to grow": {"cidr": "10.0.0.0/16", "replicas": 50410, "severities": set()},
		"/16 with little less": {"cidr": "10.0.0.0/16", "replicas": 50411, "severities": {"notice"}},
		"/28 for one": {"cidr": "10.0.0.0/28", "replicas": 1, "severities": {"notice"}},
		"/27 for one": {"cidr": "10.0.0.0/27", "replicas": 1, "severities": set()},
	}
	found := rule.violations with input as _given(case.cidr, case.replicas)
	{violation.severity | some violation in found} == case.severities
}

test_nodes_in_the_same_subnet_count if {
	pool := testing.resource("p1", {"mode": "virtual", "size": 3, "pod_subnets": [testing.at("s1")], "subnets": [testing.at("s1")]})
	found := rule.violations with input as object.union(_given("10.0.0.0/26", 60), {"node_pools": [pool]})
	{violation.severity | some violation in found} == {"warning"}
}

test_two_subnets_count_together if {
	given := object.union(_given("10.0.0.0/26", 80), {
		"node_pools": [testing.resource(id, {"mode": "virtual", "size": 3, "pod_subnets": [testing.at(subnet)]}) | some id, subnet in {"p1": "s1", "p2": "s2"}],
		"subnets": [testing.resource("s1", {"cidrs": ["10.0.0.0/26"]}), testing.resource("s2", {"cidrs": ["10.0.1.0/26"]})],
	})
	count(rule.violations) == 0 with input as given
}

test_stacks_stand_apart[note] if {
	some note, case in {
		"both too small": {"second": "10.0.0.0/26", "count": 2},
		"one large enough": {"second": "10.0.0.0/20", "count": 0},
	}
	given := object.union(_given("10.0.0.0/26", 80), {
		"node_pools": [testing.resource(id, {"mode": "virtual", "size": 3, "pod_subnets": [testing.at(subnet)]}) | some id, subnet in {"p1": "s1", "p2": "s2"}],
		"subnets": [testing.resource("s1", {"cidrs": ["10.0.0.0/26"], "stack": "dev"}), testing.resource("s2", {"cidrs": [case.second], "stack": "prod"})],
	})
	found := rule.violations with input as given
	count(found) == case.count
}

test_silent_where_something_is_unknown[note] if {
	some note, change in {
		"addresses": {"subnets": [testing.resource("s1", {"unknown": {"cidrs": "var.c"}})]},
		"another pool's subnet": {"node_pools": [
			testing.resource("p1", {"mode": "virtual", "size": 3, "pod_subnets": [testing.at("s1")]}),
			testing.resource("p2", {"mode": "virtual", "size": 3, "pod_subnets": [{"ref": "var.s"}]}),
		]},
		"managed pool": {"node_pools": [testing.resource("p1", {"mode": "managed", "pod_subnets": [testing.at("s1")]})]},
	}
	count(rule.violations) == 0 with input as object.union(_given("10.0.0.0/26", 80), change)
}

test_nodes_in_another_subnet_do_not if {
	pool := testing.resource("p1", {"mode": "virtual", "size": 3, "pod_subnets": [testing.at("s1")], "subnets": [testing.at("s2")]})
	found := rule.violations with input as object.union(_given("10.0.0.0/26", 60), {"node_pools": [pool]})
	{violation.severity | some violation in found} == {"notice"}
}
