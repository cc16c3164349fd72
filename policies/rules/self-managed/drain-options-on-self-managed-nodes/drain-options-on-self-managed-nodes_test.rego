package rules["self-managed"]["drain-options-on-self-managed-nodes_test"]

import data.lib.testing
import data.rules["self-managed"]["drain-options-on-self-managed-nodes"] as rule

_given(pool) := {
	"facts": testing.facts,
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "form": "instance"}, pool))],
}

test_reported[note] if {
	some note, case in {
		"one": {"pool": {"settings": ["drain"]}, "settings": {"drain"}},
		"two": {"pool": {"settings": ["drain", "force_node_delete"]}, "settings": {"drain, force_node_delete"}},
		"another": {"pool": {"settings": ["node_cycling_enabled"]}, "settings": set()},
		"none": {"pool": {}, "settings": set()},
		"virtual": {"pool": {"settings": ["drain"], "mode": "virtual"}, "settings": set()},
		"the module's": {"pool": {"settings": ["eviction_grace_duration", "force_node_action"]}, "settings": {"eviction_grace_duration, force_node_action"}},
		"the provider's block": {"pool": {"settings": ["node_eviction_node_pool_settings"]}, "settings": {"node_eviction_node_pool_settings"}},
	}
	found := rule.violations with input as _given(case.pool)
	{violation.facts.settings | some violation in found} == case.settings
}

test_points_at_the_first if {
	found := rule.violations with input as _given({"settings": ["node_cycling_enabled", "drain"]})
	{violation.path | some violation in found} == {["settings", 1]}
}
