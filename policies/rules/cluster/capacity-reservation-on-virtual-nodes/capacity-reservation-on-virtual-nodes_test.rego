package rules.cluster["capacity-reservation-on-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["capacity-reservation-on-virtual-nodes"] as rule

_cluster := {"ref": "oci_containerengine_cluster.this", "kind": "resource", "id": "c1"}

_given(cluster, pools) := {
	"facts": testing.facts,
	"clusters": [testing.resource("c1", cluster)],
	"node_pools": [testing.resource($"p{i}", object.union({"cluster": _cluster}, pool)) | some i, pool in pools],
}

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
	}

	found := rule.violations with input as _given({}, [case.pool])
	{violation.path | some violation in found} == case.paths
}
