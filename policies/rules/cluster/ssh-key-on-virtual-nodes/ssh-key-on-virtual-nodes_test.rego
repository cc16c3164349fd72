package rules.cluster["ssh-key-on-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["ssh-key-on-virtual-nodes"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

test_reported[note] if {
	some note, case in {
		"a key": {"pool": {"mode": "virtual", "settings": ["ssh_public_key"]}, "count": 1},
		"a key of the module": {"pool": {"mode": "virtual", "notation": "module", "settings": ["ssh_public_key_path"]}, "count": 1},
		"key and bastion": {"pool": {"mode": "virtual", "notation": "module", "settings": ["ssh_public_key", "create_bastion"]}, "count": 2},
		"none": {"pool": {"mode": "virtual", "settings": ["node_shape"]}, "count": 0},
		"managed": {"pool": {"mode": "managed", "ssh_key": true}, "count": 0},
	}

	found := rule.violations with input as testing.node_pools({}, [case.pool])
	count(found) == case.count
}

test_module_with_other_pools_needs_its_key if {
	found := rule.violations with input as testing.node_pools({}, [{"mode": "virtual", "notation": "module", "settings": ["ssh_public_key"]}, _managed])
	count(found) == 0
}

test_module_with_two_pools_is_told_once if {
	found := rule.violations with input as testing.node_pools({}, [
		{"mode": "virtual", "notation": "module", "address": "module.oke.worker_pools.b", "settings": ["create_bastion"]},
		{"mode": "virtual", "notation": "module", "address": "module.oke.worker_pools.a", "settings": ["create_bastion"]},
	])
	{violation.item | some violation in found} == {"p1"}
}
