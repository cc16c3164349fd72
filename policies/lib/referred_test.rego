package lib.referred_test

import data.lib.referred
import data.lib.testing

_one := testing.resource("c1", {"address": "oci_containerengine_cluster.a"})

_other := testing.resource("c2", {"address": "oci_containerengine_cluster.b", "stack": "prod"})

_given(clusters, reference) := {"clusters": clusters, "node_pools": [testing.resource("p1", {"cluster": reference})]}

test_cluster_of[note] if {
	some note, case in {
		"by id": {"clusters": [_one, _other], "reference": {"ref": "x", "id": "c2", "kind": "resource"}, "ids": {"c2"}},
		"by address": {"clusters": [_one, _other], "reference": {"ref": "oci_containerengine_cluster.a", "kind": "resource"}, "ids": {"c1"}},
		"by address, in another root": {"clusters": [_one, _other], "reference": {"ref": "oci_containerengine_cluster.b", "kind": "resource"}, "ids": set()},
		"by address, in its root": {
			"clusters": [_one, _other],
			"reference": {"ref": "oci_containerengine_cluster.b", "kind": "resource", "stack": "prod"},
			"ids": {"c2"},
		},
		"the only one": {"clusters": [_one], "reference": {"ref": "var.cluster_id", "kind": "expression"}, "ids": {"c1"}},
		"one of two": {"clusters": [_one, _other], "reference": {"ref": "var.cluster_id", "kind": "expression"}, "ids": set()},
		"another than the only one": {"clusters": [_one], "reference": {"ref": "ocid1.cluster.oc1..x", "kind": "ocid"}, "ids": set()},
		"none": {"clusters": [], "reference": {"ref": "var.cluster_id", "kind": "expression"}, "ids": set()},
	}
	given := _given(case.clusters, case.reference)
	{cluster.id | some pool in given.node_pools; cluster := referred.cluster_of(pool) with input as given} == case.ids
	{cluster.id | some cluster in case.clusters; some pool in referred.pools_of(cluster) with input as given} == case.ids
}

test_entries_of_lists[list] if {
	some list in ["clusters", "vcns", "subnets", "compartments"]
	entry := testing.resource("e1", {"address": "a.b"})
	given := {list: [entry]}
	referred.entry([], {"ref": "x", "id": "e1"}) == entry with input as given
	referred.entry([entry], {"ref": "a.b"}) == entry with input as given
	not referred.entry([entry], {"ref": "a.c"}) with input as given
}

test_is[note] if {
	some note, case in {
		"address": {"reference": {"ref": "oci_containerengine_cluster.a"}, "count": 1},
		"address in another root": {"reference": {"ref": "oci_containerengine_cluster.a", "stack": "prod"}, "count": 0},
		"id": {"reference": {"ref": "x", "id": "c1"}, "count": 1},
		"something else": {"reference": {"ref": "oci_containerengine_cluster.b"}, "count": 0},
		"nothing": {"reference": {}, "count": 0},
	}
	count([1 | referred.is(_one, case.reference)]) == case.count
}
