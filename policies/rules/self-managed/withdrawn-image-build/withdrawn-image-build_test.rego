package rules["self-managed"]["withdrawn-image-build_test"]

import data.rules["self-managed"]["withdrawn-image-build"] as rule

_pool := {"id": "p1", "address": "oci_core_instance.node", "mode": "self-managed", "form": "instance", "cloud_init": {"state": "stated", "encoding": "base64"}, "unknown": {}}

_given(fields) := {"facts": {"withdrawn_image_builds": ["878"]}, "bootstraps": [], "commands": [], "node_pools": [object.union(_pool, fields)]}

test_reported[note] if {
	some note, case in {
		"withdrawn": {"entry": {"image": {"name": "a-878", "build": 878}}, "severities": {"own"}},
		"another": {"entry": {"image": {"name": "a-879", "build": 879}}, "severities": set()},
		"managed pool": {"entry": {"mode": "managed", "image": {"name": "a-878", "build": 878}}, "severities": set()},
		"no image": {"entry": {}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"image": {"name": "a-878", "build": 878}})
	{violation.path | some violation in found} == {["image"]}
}

test_silent_before_the_list if {
	given := object.union(_given({"image": {"name": "a-878", "build": 878}}), {"facts": {"withdrawn_image_builds": []}})
	count(rule.violations) == 0 with input as given
}
