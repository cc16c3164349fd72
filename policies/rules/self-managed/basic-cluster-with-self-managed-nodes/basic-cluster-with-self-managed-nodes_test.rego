package rules["self-managed"]["basic-cluster-with-self-managed-nodes_test"]

import data.lib.testing
import data.rules["self-managed"]["basic-cluster-with-self-managed-nodes"] as rule

_reference := {"ref": "oci_containerengine_cluster.main", "kind": "resource", "id": "c1"}

_given(cluster, pool) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance", "cluster": _reference}, pool))],
}

test_reported[note] if {
	some note, case in {
		"basic": {"cluster": {"type": "BASIC_CLUSTER"}, "pool": {}, "count": 1},
		"enhanced": {"cluster": {"type": "ENHANCED_CLUSTER"}, "pool": {}, "count": 0},
		"left out, which is another rule's": {"cluster": {}, "pool": {}, "count": 0},
		"unknown": {"cluster": {"unknown": {"type": "var.type"}}, "pool": {}, "count": 0},
		"managed nodes": {"cluster": {"type": "BASIC_CLUSTER"}, "pool": {"mode": "managed"}, "count": 0},
		"nodes of another cluster": {"cluster": {"type": "BASIC_CLUSTER"}, "pool": {"cluster": {"ref": "x", "id": "c2"}}, "count": 0},
	}
	found := rule.violations with input as _given(case.cluster, case.pool)
	count(found) == case.count
}

test_names_the_nodes if {
	found := rule.violations with input as _given({"type": "BASIC_CLUSTER"}, {})
	[violation.related[0].item | some violation in found] == ["p1"]
}
