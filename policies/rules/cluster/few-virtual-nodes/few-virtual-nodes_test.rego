package rules.cluster["few-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["few-virtual-nodes"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_rows(n) := [{"unknown": {}} | some i in numbers.range(1, n)]

test_reported[note] if {
	some note, case in {
		"one": {"pools": [{"mode": "virtual", "size": 1}], "wanted": {3}},
		"three": {"pools": [{"mode": "virtual", "size": 3}], "wanted": set()},
		"fewer than placements": {"pools": [{"mode": "virtual", "size": 3, "placements": _rows(4)}], "wanted": {4}},
		"beside a large pool": {"pools": [{"mode": "virtual", "size": 1}, {"mode": "virtual", "size": 3}], "wanted": {3}},
		"two small pools": {"pools": [{"mode": "virtual", "size": 1}, {"mode": "virtual", "size": 1}], "wanted": {3}},
		"the other unknown": {"pools": [{"mode": "virtual", "size": 1}, {"mode": "virtual", "unknown": {"size": "var.n"}}], "wanted": {3}},
		"unknown": {"pools": [{"mode": "virtual", "unknown": {"size": "var.n"}}], "wanted": set()},
		"perhaps several": {"pools": [{"mode": "virtual", "size": 1, "more": true}], "wanted": set()},
		"managed": {"pools": [{"mode": "managed", "size": 1}], "wanted": set()},
	}

	found := rule.violations with input as testing.node_pools({}, case.pools)
	{violation.facts.wanted | some violation in found} == case.wanted
}
