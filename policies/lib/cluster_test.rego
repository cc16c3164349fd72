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
		"managed in another that is resolved": {
			"pools": [_virtual, {"mode": "managed", "cluster": {"ref": "var.id", "kind": "expression", "id": "c2"}}],
			"answer": true,
		},
		"managed in one of another state": {
			"pools": [_virtual, {"mode": "managed", "cluster": {"ref": "oci_containerengine_cluster.b", "kind": "resource"}}],
			"answer": true,
		},
		"none": {"pools": [], "answer": false},
	}
	answer := {yes | yes := cluster.virtual_only(_reference)} with input as _input(case.pools)
	count(answer) == {true: 1, false: 0}[case.answer]
}

test_clusters_with_virtual_pools if {
	found := cluster.with_virtual_pools with input as _input([_virtual, _virtual, {"mode": "managed", "cluster": _reference}])
	[count(entry.pools) | some entry in found] == [2]
}

# One address with other variables is another cluster.
test_pools_in[note] if {
	some note, case in {
		"by what they name": {"reference": _reference, "pools": ["p0"]},
		"another of the same address": {"reference": object.union(_reference, {"id": "c2"}), "pools": ["p1"]},
		"by address alone": {"reference": object.remove(_reference, ["id"]), "pools": ["p0", "p1"]},
		"another": {"reference": {"ref": "var.id", "kind": "expression"}, "pools": []},
	}
	pools := [_virtual, {"mode": "managed", "cluster": object.union(_reference, {"id": "c2"})}]
	found := cluster.pools_in(case.reference) with input as _input(pools)
	[pool.id | some pool in found] == case.pools
}

test_one_pool_speaks_for_all_that_have_the_setting if {
	given := _input([
		object.union(_virtual, {"settings": []}),
		object.union(_virtual, {"settings": ["taints"]}),
		object.union(_virtual, {"settings": ["taints"]}),
		{"mode": "virtual", "cluster": object.union(_reference, {"id": "c2"}), "settings": ["taints"]},
	])
	found := {pool.id | some pool in given.node_pools; cluster.speaks_for_all(pool, "taints")} with input as given
	found == {"p1", "p3"}
}
