package rules.cluster["load-balancer-exclusion-label_test"]

import data.lib.testing
import data.rules.cluster["load-balancer-exclusion-label"] as rule

_cluster := {"ref": "oci_containerengine_cluster.this", "kind": "resource", "id": "c1"}

_given(cluster, pools) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource($"p{i}", object.union({"cluster": _cluster}, pool)) | some i, pool in pools],
}

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_label := "node.kubernetes.io/exclude-from-external-load-balancers"

test_reported[note] if {
	some note, case in {
		"set": {"pool": {"mode": "virtual", "labels": {_label: "true"}}, "count": 1},
		"set to nothing": {"pool": {"mode": "virtual", "labels": {_label: ""}}, "count": 1},
		"value unknown": {"pool": {"mode": "virtual", "labels": {}, "unknown": {concat(".", ["labels", _label]): "var.x"}}, "count": 1},
		"others": {"pool": {"mode": "virtual", "labels": {"tier": "web"}}, "count": 0},
		"managed": {"pool": {"mode": "managed", "labels": {_label: "true"}}, "count": 0},
	}

	found := rule.violations with input as _given({}, [case.pool])
	count(found) == case.count
}
