package rules.cluster["load-balancer-exclusion-label_test"]

import data.lib.testing
import data.rules.cluster["load-balancer-exclusion-label"] as rule

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

	found := rule.violations with input as testing.node_pools({}, [case.pool])
	count(found) == case.count
}
