package lib.cluster_test

import data.lib.cluster
import data.lib.testing

_reference := {"ref": "oci_containerengine_cluster.a", "kind": "resource", "id": "c1"}

_input(pools) := {
	"clusters": [testing.resource("c1", {"type": "BASIC_CLUSTER"}), testing.resource("c2", {})],
	"node_pools": [testing.resource($"p{i}", pool) | some i, pool in pools],
}

_virtual := {"mode": "virtual", "cluster": _reference}

test_virtual_only[note] if {
	some note, case in {
		"one virtual pool": {"pools": [_virtual], "answer": true},
		"managed beside it": {"pools": [_virtual, {"mode": "managed", "cluster": _reference}], "answer": false},
		"managed in another cluster": {
			"pools": [_virtual, {"mode": "managed", "cluster": {"ref": "b", "kind": "resource", "id": "c2"}}],
			"answer": true,
		},
		"managed somewhere": {"pools": [_virtual, {"mode": "managed", "cluster": {"ref": "var.id", "kind": "expression"}}], "answer": false},
		"none": {"pools": [], "answer": false},
	}
	answer := {yes | yes := cluster.virtual_only(_reference)} with input as _input(case.pools)
	count(answer) == {true: 1, false: 0}[case.answer]
}

test_clusters_with_virtual_pools if {
	found := cluster.with_virtual_pools with input as _input([_virtual, _virtual, {"mode": "managed", "cluster": _reference}])
	[count(entry.pools) | some entry in found] == [2]
}
