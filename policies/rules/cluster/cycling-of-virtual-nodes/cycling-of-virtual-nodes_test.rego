package rules.cluster["cycling-of-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["cycling-of-virtual-nodes"] as rule

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

	given := object.union(testing.node_pools({}, [case.pool]), {"facts": {"virtual_node_cycling": case.since}})
	found := rule.violations with input as given
	count(found) == case.count
}
