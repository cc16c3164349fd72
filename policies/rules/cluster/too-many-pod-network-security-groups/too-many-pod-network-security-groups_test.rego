package rules.cluster["too-many-pod-network-security-groups_test"]

import data.lib.testing
import data.rules.cluster["too-many-pod-network-security-groups"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_groups(n) := [{"ref": $"var.nsg{i}", "kind": "expression"} | some i in numbers.range(1, n)]

test_reported[note] if {
	some note, case in {
		"six": {"pool": {"mode": "virtual", "pod_nsgs": _groups(6)}, "count": 1},
		"five": {"pool": {"mode": "virtual", "pod_nsgs": _groups(5)}, "count": 0},
		"none": {"pool": {"mode": "virtual"}, "count": 0},
		"managed": {"pool": {"mode": "managed", "pod_nsgs": _groups(6)}, "count": 0},
	}

	found := rule.violations with input as testing.node_pools({}, [case.pool])
	count(found) == case.count
}
