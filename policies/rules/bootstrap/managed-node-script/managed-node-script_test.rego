package rules.bootstrap["managed-node-script_test"]

import data.lib.bootstrap_testing
import data.lib.testing
import data.rules.bootstrap["managed-node-script"] as rule

_given(fields) := {"facts": testing.facts, "bootstraps": [bootstrap_testing.script(fields)], "node_pools": [], "index": {"objects": {}}}

test_reported[note] if {
	some note, case in {
		"fetched": {"entry": {"fetches_oke_init": true}, "severities": {"own"}},
		"not fetched": {"entry": {}, "severities": set()},
		"fetched where the other kind is ruled out": {"entry": {"fetches_oke_init": true, "conditional": true}, "severities": set()},
		"managed node": {"entry": {"fetches_oke_init": true, "self_managed": false}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"fetches_oke_init": true})
	{violation.path | some violation in found} == {["fetches_oke_init"]}
}

test_pool_decides if {
	given := object.union(
		_given({"fetches_oke_init": true, "self_managed": false, "pool": "p1"}),
		{"node_pools": [{"id": "p1", "mode": "self-managed"}]},
	)
	count(rule.violations) == 1 with input as given
	conditional := object.union(given, {"bootstraps": [object.union(script, {"conditional": true}) | some script in given.bootstraps]})
	count(rule.violations) == 1 with input as conditional
}
