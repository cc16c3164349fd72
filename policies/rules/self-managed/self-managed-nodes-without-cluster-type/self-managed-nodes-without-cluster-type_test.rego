package rules["self-managed"]["self-managed-nodes-without-cluster-type_test"]

import data.lib.testing
import data.rules["self-managed"]["self-managed-nodes-without-cluster-type"] as rule

_reference := {"ref": "oci_containerengine_cluster.main", "kind": "resource", "id": "c1"}

_given(cluster, pool) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance", "cluster": _reference}, pool))],
}

test_reported[note] if {
	some note, case in {
		"left out": {"cluster": {}, "pool": {}, "count": 1},
		"stated": {"cluster": {"type": "ENHANCED_CLUSTER"}, "pool": {}, "count": 0},
		"unknown": {"cluster": {"unknown": {"type": "var.type"}}, "pool": {}, "count": 0},
		"managed nodes": {"cluster": {}, "pool": {"mode": "managed"}, "count": 0},
	}
	found := rule.violations with input as _given(case.cluster, case.pool)
	count(found) == case.count
}

test_severity[note] if {
	some note, case in {
		"before the announcement": {"basic": true, "severity": "error"},
		"after it": {"basic": false, "severity": "warning"},
	}
	found := rule.violations with input as object.union(_given({}, {}), {"facts": {"basic_clusters_by_default": case.basic}})
	{violation.severity | some violation in found} == {case.severity}
}
