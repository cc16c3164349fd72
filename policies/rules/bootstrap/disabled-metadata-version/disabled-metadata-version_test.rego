package rules.bootstrap["disabled-metadata-version_test"]

import data.lib.bootstrap_testing
import data.lib.testing
import data.rules.bootstrap["disabled-metadata-version"] as rule

_given(fields) := {"facts": testing.facts, "bootstraps": [bootstrap_testing.script(object.remove(fields, ["disabled"]))], "node_pools": [{"id": "p1", "address": "oci_core_instance.node", "mode": "self-managed", "legacy_imds_disabled": fields.disabled}], "index": {"objects": {}}}

test_reported[note] if {
	some note, case in {
		"asked and off": {"entry": {"pool": "p1", "imds_v1": true, "disabled": true}, "severities": {"own"}},
		"asked and on": {"entry": {"pool": "p1", "imds_v1": true, "disabled": false}, "severities": set()},
		"not asked": {"entry": {"pool": "p1", "disabled": true}, "severities": set()},
		"another pool": {"entry": {"pool": "p2", "imds_v1": true, "disabled": true}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"pool": "p1", "imds_v1": true, "disabled": true})
	{violation.path | some violation in found} == {["imds_v1"]}
}

test_shows_where_it_is_switched_off if {
	found := rule.violations with input as _given({"pool": "p1", "imds_v1": true, "disabled": true})
	[violation.related | some violation in found] == [[{"item": "p1", "path": ["legacy_imds_disabled"], "note": "switched off here"}]]
}
