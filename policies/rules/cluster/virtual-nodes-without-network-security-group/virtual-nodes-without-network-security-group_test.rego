package rules.cluster["virtual-nodes-without-network-security-group_test"]

import data.lib.testing
import data.rules.cluster["virtual-nodes-without-network-security-group"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_nsg := {"ref": "var.nsg", "kind": "expression"}

test_reported[note] if {
	some note, case in {
		"left out": {"pool": {"mode": "virtual"}, "count": 1},
		"empty": {"pool": {"mode": "virtual", "nsgs": []}, "count": 1},
		"one": {"pool": {"mode": "virtual", "nsgs": [_nsg]}, "count": 0},
		"unknown": {"pool": {"mode": "virtual", "unknown": {"nsgs": "var.nsgs"}}, "count": 0},
		"perhaps empty": {"pool": {"mode": "virtual", "nsgs": [], "unknown": {"nsgs": "var.nsgs"}}, "count": 0},
		"module with a group of its own": {"pool": {"mode": "virtual", "notation": "module", "nsgs": [{"ref": "module.oke.worker_nsg_id", "kind": "resource"}]}, "count": 0},
		"module that makes none": {"pool": {"mode": "virtual", "notation": "module", "nsgs": []}, "count": 1},
		"managed": {"pool": {"mode": "managed"}, "count": 0},
	}

	found := rule.violations with input as testing.node_pools({}, [case.pool])
	count(found) == case.count
}
