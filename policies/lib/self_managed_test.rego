package lib.self_managed_test

import data.lib.self_managed
import data.lib.testing

_cluster := {"ref": "oci_containerengine_cluster.main", "kind": "resource", "id": "c1"}

_pool(fields) := testing.resource("p1", object.union({"mode": "self-managed", "cluster": _cluster}, fields))

test_joined[note] if {
	some note, case in {
		"self-managed": {"pool": {}, "count": 1},
		"managed": {"pool": {"mode": "managed"}, "count": 0},
		"in a cluster elsewhere": {"pool": {"cluster": {"ref": "var.cluster", "kind": "expression", "id": null}}, "count": 0},
	}
	found := self_managed.joined with input as {"clusters": [testing.resource("c1", {})], "node_pools": [_pool(case.pool)]}
	count(found) == case.count
}

test_kubernetes[note] if {
	some note, case in {
		"image alone": {"pool": {"image": {"kubernetes_version": [1, 29, 1]}}, "found": {{"version": [1, 29, 1], "path": ["image"]}}},
		"stated alone": {"pool": {"version": [1, 28, 2]}, "found": {{"version": [1, 28, 2], "path": ["version"]}}},
		"stated, image says nothing": {"pool": {"version": [1, 28, 2], "image": {"type": "oke"}}, "found": {{"version": [1, 28, 2], "path": ["version"]}}},
		"they agree": {"pool": {"version": [1, 28, 2], "image": {"kubernetes_version": [1, 28, 2]}}, "found": {{"version": [1, 28, 2], "path": ["version"]}}},
		"the image is what runs": {"pool": {"version": [1, 30, 1], "image": {"kubernetes_version": [1, 28, 2]}}, "found": {{"version": [1, 28, 2], "path": ["image"]}}},
		"nothing known": {"pool": {}, "found": set()},
	}
	{found | found := self_managed.kubernetes(_pool(case.pool))} == case.found
}
