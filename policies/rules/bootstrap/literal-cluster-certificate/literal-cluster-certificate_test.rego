package rules.bootstrap["literal-cluster-certificate_test"]

import data.lib.bootstrap_testing
import data.lib.testing
import data.rules.bootstrap["literal-cluster-certificate"] as rule

_given(fields) := {"facts": testing.facts, "bootstraps": [bootstrap_testing.script(fields)], "node_pools": [], "index": {"objects": {}}}

test_reported[note] if {
	some note, case in {
		"literal": {"entry": {"ca_literal": true}, "severities": {"own"}},
		"filled in": {"entry": {}, "severities": set()},
		"not a node's": {"entry": {"ca_literal": true, "self_managed": false}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"ca_literal": true})
	{violation.path | some violation in found} == {["ca"]}
}
