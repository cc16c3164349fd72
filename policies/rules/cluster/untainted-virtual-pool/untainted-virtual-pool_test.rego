package rules.cluster["untainted-virtual-pool_test"]

import data.lib.testing
import data.rules.cluster["untainted-virtual-pool"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_with(pools, kinds) := object.union(testing.node_pools({}, pools), {"index": {"pods": [{"id": kind, "kind": kind} | some kind in kinds], "objects": {}}})

test_reported[note] if {
	some note, case in {
		"managed nodes beside it": {"pools": [_virtual, _managed], "kinds": [], "count": 1},
		"a daemon set": {"pools": [_virtual], "kinds": ["DaemonSet"], "count": 1},
		"alone": {"pools": [_virtual], "kinds": ["Deployment"], "count": 0},
		"tainted": {"pools": [{"mode": "virtual", "taints": [{"key": "virtual"}]}, _managed], "kinds": [], "count": 0},
		"unknown": {"pools": [{"mode": "virtual", "unknown": {"taints": "var.t"}}, _managed], "kinds": [], "count": 0},
		"key unknown": {"pools": [{"mode": "virtual", "unknown": {"taints.0.key": "var.k"}}, _managed], "kinds": [], "count": 0},
		"something else unknown": {"pools": [{"mode": "virtual", "unknown": {"size": "var.s"}}, _managed], "kinds": [], "count": 1},
		"another cluster": {"pools": [_virtual, {"mode": "managed", "cluster": {"ref": "b", "kind": "resource", "id": "c2"}}], "kinds": [], "count": 0},
	}

	found := rule.violations with input as _with(case.pools, case.kinds)
	count(found) == case.count
}
