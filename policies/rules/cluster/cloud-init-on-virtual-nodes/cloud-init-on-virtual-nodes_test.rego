package rules.cluster["cloud-init-on-virtual-nodes_test"]

import data.lib.testing
import data.rules.cluster["cloud-init-on-virtual-nodes"] as rule

_virtual := {"mode": "virtual"}

_managed := {"mode": "managed"}

test_reported[note] if {
	some note, case in {
		"node metadata": {"pool": {"mode": "virtual", "settings": ["node_metadata"]}, "paths": {["settings", 0]}},
		"stated": {"pool": {"mode": "virtual", "cloud_init": {"state": "stated"}}, "paths": {["cloud_init"]}},
		"both readings of one": {"pool": {"mode": "virtual", "cloud_init": {"state": "stated"}, "settings": ["cloud_init"]}, "paths": {["settings", 0]}},
		"absent": {"pool": {"mode": "virtual", "cloud_init": {"state": "absent"}, "settings": ["node_shape"]}, "paths": set()},
		"unknown": {"pool": {"mode": "virtual", "cloud_init": {"state": "unknown"}}, "paths": set()},
		"managed": {"pool": {"mode": "managed", "cloud_init": {"state": "stated"}}, "paths": set()},
		"user data": {"pool": {"mode": "virtual", "settings": ["user_data"]}, "paths": {["settings", 0]}},
		"metadata": {"pool": {"mode": "virtual", "settings": ["node_shape", "metadata"]}, "paths": {["settings", 1]}},
	}

	found := rule.violations with input as testing.node_pools({}, [case.pool])
	{violation.path | some violation in found} == case.paths
}

test_script_for_all_pools[note] if {
	some note, case in {
		"virtual pools alone": {"others": [], "severities": {"warning"}},
		"other pools too": {"others": [_managed], "severities": set()},
	}

	found := rule.violations with input as testing.node_pools({}, array.concat([{"mode": "virtual", "settings": ["worker_cloud_init"]}], case.others))
	{violation.severity | some violation in found} == case.severities
}

test_module_with_two_pools_is_told_once if {
	found := rule.violations with input as testing.node_pools({}, [
		{"mode": "virtual", "notation": "module", "address": "module.oke.worker_pools.a", "settings": ["worker_cloud_init"]},
		{"mode": "virtual", "notation": "module", "address": "module.oke.worker_pools.b", "settings": ["worker_cloud_init"]},
	])
	{violation.item | some violation in found} == {"p0"}
}
