package rules.cluster["credential-rotation-with-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["credential-rotation-with-virtual-nodes"] as rule

_cluster := {"ref": "oci_containerengine_cluster.this", "kind": "resource", "id": "c1"}

_given(cluster, pools) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource($"p{i}", object.union({"cluster": _cluster}, pool)) | some i, pool in pools],
}

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_rotating(pools, cluster) := object.union(_given({}, pools), {"credential_rotations": [testing.resource("r1", {"cluster": cluster, "step": "start"})]})

test_reported[note] if {
	some note, case in {
		"virtual": {"pools": [_virtual], "cluster": _cluster, "count": 1},
		"both kinds": {"pools": [_managed, _virtual], "cluster": _cluster, "count": 1},
		"managed": {"pools": [_managed], "cluster": _cluster, "count": 0},
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
