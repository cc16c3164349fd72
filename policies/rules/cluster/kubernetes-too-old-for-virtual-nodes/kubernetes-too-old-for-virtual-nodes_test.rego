package rules.cluster["kubernetes-too-old-for-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["kubernetes-too-old-for-virtual-nodes"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

test_reported[note] if {
	some note, case in {
		"1.24.1": {"cluster": {"version": [1, 24, 1]}, "pools": [_virtual], "count": 1},
		"1.9": {"cluster": {"version": [1, 9]}, "pools": [_virtual], "count": 1},
		"1.25.0": {"cluster": {"version": [1, 25, 0]}, "pools": [_virtual], "count": 0},
		"1.25": {"cluster": {"version": [1, 25]}, "pools": [_virtual], "count": 0},
		"1": {"cluster": {"version": [1]}, "pools": [_virtual], "count": 0},
		"unknown": {"cluster": {"unknown": {"version": "var.v"}}, "pools": [_virtual], "count": 0},
		"managed nodes": {"cluster": {"version": [1, 24, 1]}, "pools": [_managed], "count": 0},
	}

	found := rule.violations with input as testing.node_pools(case.cluster, case.pools)
	count(found) == case.count
}
