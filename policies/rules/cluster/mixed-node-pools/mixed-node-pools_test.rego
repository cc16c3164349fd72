package rules.cluster["mixed-node-pools_test"]

import data.lib.testing
import data.rules.cluster["mixed-node-pools"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

test_reported[note] if {
	some note, case in {
		"both": {"pools": [_virtual, _managed], "mixed": false, "count": 1},
		"self-managed beside it": {"pools": [_virtual, {"mode": "self-managed"}], "mixed": false, "count": 1},
		"both, later": {"pools": [_virtual, _managed], "mixed": true, "count": 0},
		"two virtual": {"pools": [_virtual, _virtual], "mixed": false, "count": 0},
		"another cluster": {
			"pools": [_virtual, {"mode": "managed", "cluster": {"ref": "b", "kind": "resource", "id": "c2"}}],
			"mixed": false,
			"count": 0,
		},
		"the same expression in two roots": {
			"pools": [
				{"mode": "virtual", "cluster": {"ref": "var.cluster_id", "kind": "expression", "stack": "a"}},
				{"mode": "managed", "cluster": {"ref": "var.cluster_id", "kind": "expression", "stack": "b"}},
			],
			"mixed": false,
			"count": 0,
		},
		"the same expression in one root": {
			"pools": [
				{"mode": "virtual", "cluster": {"ref": "var.cluster_id", "kind": "expression", "stack": "a"}},
				{"mode": "managed", "cluster": {"ref": "var.cluster_id", "kind": "expression", "stack": "a"}},
			],
			"mixed": false,
			"count": 1,
		},
		"one or the other": {
			"pools": [{"mode": "virtual", "existence": "possible"}, {"mode": "managed", "existence": "possible"}],
			"mixed": false,
			"count": 0,
		},
		"one for certain": {"pools": [{"mode": "virtual", "existence": "possible"}, _managed], "mixed": false, "count": 1},
		"the other for certain": {"pools": [_virtual, {"mode": "managed", "existence": "possible"}], "mixed": false, "count": 1},
	}

	given := object.union(testing.node_pools({}, case.pools), {"facts": {"mixed_clusters": case.mixed}})
	found := rule.violations with input as given
	count(found) == case.count
}
