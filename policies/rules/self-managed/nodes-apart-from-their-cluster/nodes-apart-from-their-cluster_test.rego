package rules["self-managed"]["nodes-apart-from-their-cluster_test"]

import data.lib.testing
import data.rules["self-managed"]["nodes-apart-from-their-cluster"] as rule

_given(cluster, pool) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed"}, pool))],
}

_here := {"ref": "oci_containerengine_cluster.main", "kind": "resource", "id": "c1"}

test_reported[note] if {
	some note, case in {
		"defined here": {"cluster": {}, "pool": {"cluster": _here}, "count": 0},
		"named, defined elsewhere": {"cluster": {}, "pool": {"cluster": {"ref": "var.cluster_id", "kind": "expression"}}, "count": 1},
		"another stack": {"cluster": {"stack": "cluster"}, "pool": {"stack": "nodes"}, "count": 1},
		"named, defined here": {"cluster": {"stack": "all"}, "pool": {"cluster": _here, "stack": "all"}, "count": 0},
		"named, defined in another stack": {"cluster": {"stack": "cluster"}, "pool": {"cluster": _here, "stack": "nodes"}, "count": 1},
		"same stack": {"cluster": {"stack": "all"}, "pool": {"stack": "all"}, "count": 0},
		"not said": {"cluster": {}, "pool": {}, "count": 0},
		"unknown": {"cluster": {}, "pool": {"cluster": {"ref": "x", "kind": "expression"}, "unknown": {"cluster": "x"}}, "count": 0},
		"managed": {"cluster": {"stack": "cluster"}, "pool": {"stack": "nodes", "mode": "managed"}, "count": 0},
		"named, defined in no stack": {"cluster": {"stack": "cluster"}, "pool": {"cluster": {"ref": "x", "kind": "expression"}, "stack": "nodes", "unknown": {"cluster": "x"}}, "count": 0},
	}
	found := rule.violations with input as _given(case.cluster, case.pool)
	count(found) == case.count
}

test_silent_without_any_cluster if {
	given := {"facts": testing.facts, "clusters": [], "node_pools": [testing.resource("p1", {"mode": "self-managed", "stack": "nodes"})]}
	count(rule.violations) == 0 with input as given
}
