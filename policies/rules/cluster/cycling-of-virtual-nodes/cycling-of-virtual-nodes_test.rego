package rules.cluster["cycling-of-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["cycling-of-virtual-nodes"] as rule

_cluster := {"ref": "oci_containerengine_cluster.this", "kind": "resource", "id": "c1"}

_given(cluster, pools) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource($"p{i}", object.union({"cluster": _cluster}, pool)) | some i, pool in pools],
}

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

test_reported[note] if {
	some note, case in {
		"on": {"pool": {"mode": "virtual", "cycling": true}, "since": false, "count": 1},
		"off": {"pool": {"mode": "virtual", "cycling": false}, "since": false, "count": 1},
		"unknown": {"pool": {"mode": "virtual", "unknown": {"cycling": "var.c"}}, "since": false, "count": 1},
		"later": {"pool": {"mode": "virtual", "cycling": true}, "since": true, "count": 0},
		"not stated": {"pool": {"mode": "virtual"}, "since": false, "count": 0},
		"managed": {"pool": {"mode": "managed", "cycling": true}, "since": false, "count": 0},
	}

	given := object.union(_given({}, [case.pool]), {"facts": {"virtual_node_cycling": case.since}})
	found := rule.violations with input as given
	count(found) == case.count
}
