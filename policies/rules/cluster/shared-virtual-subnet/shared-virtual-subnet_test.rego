package rules.cluster["shared-virtual-subnet_test"]

import data.lib.testing
import data.rules.cluster["shared-virtual-subnet"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_a := {"ref": "var.subnet_id", "kind": "expression"}

_b := {"ref": "var.other_id", "kind": "expression"}

test_reported[note] if {
	some note, case in {
		"one subnet": {"pool": {"subnets": [_a], "pod_subnets": [_a]}, "count": 1},
		"one subnet by placement": {"pool": {"placements": [{"subnet": _b, "unknown": {}}, {"subnet": _a, "unknown": {}}], "pod_subnets": [_a]}, "count": 1},
		"one subnet, groups": {"pool": {"subnets": [_a], "pod_subnets": [_a], "nsgs": [_b]}, "count": 0},
		"one subnet, groups unknown": {"pool": {"subnets": [_a], "pod_subnets": [_a], "unknown": {"nsgs": "var.n"}}, "count": 0},
		"two subnets": {"pool": {"subnets": [_a], "pod_subnets": [_b]}, "count": 0},
		"managed": {"pool": {"mode": "managed", "subnets": [_a], "pod_subnets": [_a]}, "count": 0},
		"one subnet, an empty list of groups": {"pool": {"subnets": [_a], "pod_subnets": [_a], "nsgs": []}, "count": 1},
		"one subnet, perhaps some groups": {"pool": {"subnets": [_a], "pod_subnets": [_a], "nsgs": [], "unknown": {"nsgs": "var.n"}}, "count": 0},
	}

	found := rule.violations with input as testing.node_pools({}, [object.union(_virtual, case.pool)])
	count(found) == case.count
}
