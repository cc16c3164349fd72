package rules["self-managed"]["cycling-of-self-managed-nodes_test"]

import data.lib.testing
import data.rules["self-managed"]["cycling-of-self-managed-nodes"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

test_reported[note] if {
	some note, case in {
		"one": {"pool": {"settings": ["node_cycling_enabled"]}, "settings": {"node_cycling_enabled"}},
		"two": {"pool": {"settings": ["node_cycling_enabled", "node_cycling_max_surge"]}, "settings": {"node_cycling_enabled, node_cycling_max_surge"}},
		"another": {"pool": {"settings": ["drain"]}, "settings": set()},
		"none": {"pool": {}, "settings": set()},
		"virtual": {"pool": {"settings": ["node_cycling_enabled"], "mode": "virtual"}, "settings": set()},
		"as two": {"pool": {"settings": ["node_cycling_max_unavailable", "node_cycling_mode"]}, "settings": {"node_cycling_max_unavailable, node_cycling_mode"}},
		"as the provider's block": {"pool": {"settings": ["node_pool_cycling_details"]}, "settings": {"node_pool_cycling_details"}},
	}
	found := rule.violations with input as _given(case.pool)
	{violation.facts.settings | some violation in found} == case.settings
}

test_points_at_the_first if {
	found := rule.violations with input as _given({"settings": ["drain", "node_cycling_enabled"]})
	{violation.path | some violation in found} == {["settings", 1]}
}
