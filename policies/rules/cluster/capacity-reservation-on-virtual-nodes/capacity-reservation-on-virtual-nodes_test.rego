package rules.cluster["capacity-reservation-on-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["capacity-reservation-on-virtual-nodes"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

_reservation := {"ref": "var.reservation", "kind": "expression"}

test_reported[note] if {
	some note, case in {
		"on the pool": {"pool": {"mode": "virtual", "settings": ["ssh_public_key", "capacity_reservation_id"]}, "paths": {["settings", 1]}},
		"on a placement": {
			"pool": {"mode": "virtual", "capacity_reservation": true, "placements": [{"unknown": {}}, {"capacity_reservation": _reservation, "unknown": {}}]},
			"paths": {["placements", 1, "capacity_reservation"]},
		},
		"in the module": {"pool": {"mode": "virtual", "capacity_reservation": true}, "paths": {["capacity_reservation"]}},
		"none": {"pool": {"mode": "virtual", "settings": ["node_shape"]}, "paths": set()},
		"managed": {"pool": {"mode": "managed", "capacity_reservation": true}, "paths": set()},
		"by the short name": {"pool": {"mode": "virtual", "settings": ["capacity_reservation"]}, "paths": {["settings", 0]}},
		"on the pool, beside placements": {"pool": {"mode": "virtual", "capacity_reservation": true, "placements": [{"unknown": {}}]}, "paths": {["capacity_reservation"]}},
		"on the pool, beside other settings": {"pool": {"mode": "virtual", "capacity_reservation": true, "settings": ["node_shape"]}, "paths": {["capacity_reservation"]}},
		"both readings of one": {"pool": {"mode": "virtual", "capacity_reservation": true, "settings": ["capacity_reservation_id"]}, "paths": {["settings", 0]}},
	}

	found := rule.violations with input as testing.node_pools({}, [case.pool])
	{violation.path | some violation in found} == case.paths
}
