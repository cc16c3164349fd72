package rules.bootstrap["missing-cluster-certificate_test"]

import data.lib.bootstrap_testing
import data.lib.testing
import data.rules.bootstrap["missing-cluster-certificate"] as rule

_given(fields) := {"facts": testing.facts, "bootstraps": [bootstrap_testing.script(fields)], "node_pools": [], "index": {"objects": {}}}

test_reported[note] if {
	some note, case in {
		"missing": {"entry": {"ca_stated": false, "ca": null}, "severities": {"own"}},
		"stated": {"entry": {}, "severities": set()},
		"stated, not known": {"entry": {"ca": null}, "severities": set()},
		"may be among what is filled in": {"entry": {"ca_stated": false, "text_known": false}, "severities": set()},
		"not a node's": {"entry": {"ca_stated": false, "self_managed": false}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"ca_stated": false, "ca": null})
	{violation.path | some violation in found} == {["join"]}
}
