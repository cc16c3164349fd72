package rules.bootstrap["plain-user-data_test"]

import data.lib.testing
import data.rules.bootstrap["plain-user-data"] as rule

_pool := {"id": "p1", "address": "oci_core_instance.node", "mode": "self-managed", "form": "instance", "cloud_init": {"state": "stated", "encoding": "base64"}, "unknown": {}}

_given(fields) := {"facts": testing.facts, "bootstraps": [], "commands": [], "node_pools": [object.union(_pool, fields)]}

test_reported[note] if {
	some note, case in {
		"plain": {"entry": {"cloud_init": {"state": "stated", "encoding": "plain"}}, "severities": {"own"}},
		"managed pool": {"entry": {"mode": "managed", "cloud_init": {"state": "stated", "encoding": "plain"}}, "severities": {"own"}},
		"base64": {"entry": {}, "severities": set()},
		"not known": {"entry": {"cloud_init": {"state": "stated", "encoding": null}}, "severities": set()},
		"virtual pool": {"entry": {"mode": "virtual", "cloud_init": {"state": "stated", "encoding": "plain"}}, "severities": set()},
		"perhaps none at all": {"entry": {"cloud_init": {"state": "unknown", "encoding": "plain"}}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"cloud_init": {"state": "stated", "encoding": "plain"}})
	{violation.path | some violation in found} == {["cloud_init", "encoding"]}
}
