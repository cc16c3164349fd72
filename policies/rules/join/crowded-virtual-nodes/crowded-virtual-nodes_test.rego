package rules.join["crowded-virtual-nodes_test"]

import data.lib.testing
import data.rules.join["crowded-virtual-nodes"] as rule

_pods(replicas) := [{"id": "w1", "kind": "Deployment", "name": "web", "namespace": "shop", "nodes": "virtual", "replicas": replicas, "unknown": {}}]

_index(replicas) := {"pods": _pods(replicas), "objects": {}}

_given(sizes, replicas) := {
	"node_pools": [testing.resource($"p{i}", {"mode": "virtual", "size": size}) | some i, size in sizes],
	"index": _index(replicas),
}

test_reported[note] if {
	some note, case in {
		"600 on one": {"sizes": [1], "replicas": 600, "count": 1},
		"600 on two": {"sizes": [2], "replicas": 600, "count": 0},
		"500 on one": {"sizes": [1], "replicas": 500, "count": 0},
		"501 on one": {"sizes": [1], "replicas": 501, "count": 1},
		"600 on two pools": {"sizes": [1, 1], "replicas": 600, "count": 0},
		"1600 on two pools": {"sizes": [1, 2], "replicas": 1600, "count": 2},
		"no pool": {"sizes": [], "replicas": 600, "count": 0},
	}
	found := rule.violations with input as _given(case.sizes, case.replicas)
	count(found) == case.count
}

test_silent_where_a_size_is_unknown if {
	given := object.union(_given([], 600), {"node_pools": [
		testing.resource("p1", {"mode": "virtual", "size": 1}),
		testing.resource("p2", {"mode": "virtual", "unknown": {"size": "var.n"}}),
	]})
	count(rule.violations) == 0 with input as given
}
