package rules.cluster["credential-rotation-with-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["credential-rotation-with-virtual-nodes"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_rotating(pools, cluster) := object.union(testing.node_pools({}, pools), {"credential_rotations": [testing.resource("r1", {"cluster": cluster, "step": "start"})]})

test_reported[note] if {
	some note, case in {
		"virtual": {"pools": [_virtual], "cluster": testing.cluster, "count": 1},
		"both kinds": {"pools": [_managed, _virtual], "cluster": testing.cluster, "count": 1},
		"managed": {"pools": [_managed], "cluster": testing.cluster, "count": 0},
		"another cluster": {"pools": [_virtual], "cluster": {"ref": "b", "kind": "resource", "id": "c2"}, "count": 0},
	}

	found := rule.violations with input as _rotating(case.pools, case.cluster)
	count(found) == case.count
}

test_the_same_variable_is_the_same_cluster if {
	named := {"ref": "var.cluster_id", "kind": "expression"}
	pools := [testing.resource("p1", {"mode": "virtual", "cluster": named})]
	found := rule.violations with input as object.union(_rotating([], named), {"node_pools": pools})
	count(found) == 1
}

test_cluster_of_another_repository[note] if {
	some note, case in {
		"said to be virtual": {"nodes": {"target": "virtual", "reason": "--nodes"}, "pools": [], "count": 1},
		"not said": {"nodes": {"target": "unknown", "reason": ""}, "pools": [], "count": 0},
		"said, with its own managed pool": {"nodes": {"target": "virtual", "reason": "--nodes"}, "pools": [_managed], "count": 0},
	}

	found := rule.violations with input as object.union(_rotating(case.pools, testing.cluster), {"nodes": case.nodes})
	count(found) == case.count
}
