package rules.bootstrap["managed-pool-without-oke-init_test"]

import data.lib.bootstrap_testing
import data.lib.testing
import data.rules.bootstrap["managed-pool-without-oke-init"] as rule

_own := {"id": "b1", "pool": "p1", "self_managed": false, "self_contained": true, "runs_oke_init": false}

_pool := {"mode": "managed", "cloud_init": {"state": "stated", "bootstrap": "b1"}}

_given(script, pool) := {
	"bootstraps": [bootstrap_testing.script(object.union(_own, script))],
	"node_pools": [testing.resource("p1", object.union(_pool, pool))],
}

test_reported[note] if {
	some note, case in {
		"own commands alone": {"script": {}, "pool": {}, "paths": {["cloud_init"]}},
		"runs it": {"script": {"runs_oke_init": true}, "pool": {}, "paths": set()},
		"fetches it": {"script": {"fetches_oke_init": true}, "pool": {}, "paths": set()},
		"may run it from elsewhere": {"script": {"self_contained": false}, "pool": {}, "paths": set()},
		"something is filled in": {"script": {"text_known": false}, "pool": {}, "paths": set()},
		"partly unknown": {"script": {}, "pool": {"unknown": {"cloud_init": "local.x"}}, "paths": set()},
		"another pool's script": {"script": {"id": "b2"}, "pool": {}, "paths": set()},
		"self-managed": {"script": {}, "pool": {"mode": "self-managed"}, "paths": set()},
		"virtual": {"script": {}, "pool": {"mode": "virtual"}, "paths": set()},
	}

	found := rule.violations with input as _given(case.script, case.pool)
	{violation.path | some violation in found} == case.paths
}
