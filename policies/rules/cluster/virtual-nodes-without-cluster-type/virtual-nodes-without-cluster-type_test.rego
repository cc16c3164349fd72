package rules.cluster["virtual-nodes-without-cluster-type_test"]

import data.lib.testing
import data.rules.cluster["virtual-nodes-without-cluster-type"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

test_reported[note] if {
	some note, case in {
		"left out": {"cluster": {}, "pools": [_virtual], "count": 1},
		"stated": {"cluster": {"type": "ENHANCED_CLUSTER"}, "pools": [_virtual], "count": 0},
		"unknown": {"cluster": {"unknown": {"type": "var.type"}}, "pools": [_virtual], "count": 0},
		"managed nodes": {"cluster": {}, "pools": [_managed], "count": 0},
	}

	found := rule.violations with input as testing.node_pools(case.cluster, case.pools)
	count(found) == case.count
}

test_severity[note] if {
	some note, case in {
		"before the announcement": {"basic": true, "severity": "error"},
		"after it": {"basic": false, "severity": "warning"},
	}
	given := object.union(testing.node_pools({}, [_virtual]), {"facts": {"basic_clusters_by_default": case.basic}})
	found := rule.violations with input as given
	{violation.severity | some violation in found} == {case.severity}
}
