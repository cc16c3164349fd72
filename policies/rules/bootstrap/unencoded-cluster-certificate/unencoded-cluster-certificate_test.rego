package rules.bootstrap["unencoded-cluster-certificate_test"]

import data.lib.bootstrap_testing
import data.lib.testing
import data.rules.bootstrap["unencoded-cluster-certificate"] as rule

_given(fields) := {"facts": testing.facts, "bootstraps": [bootstrap_testing.script(fields)], "node_pools": [], "index": {"objects": {}}}

test_reported[note] if {
	some note, case in {
		"plain": {"entry": {"ca": "pem"}, "severities": {"own"}},
		"plain in the file": {"entry": {"ca": "pem", "ca_in_file": true}, "severities": {"warning"}},
		"plain in a file beside it": {"entry": {"ca_file": "pem"}, "severities": {"warning"}},
		"something else": {"entry": {"ca": "other"}, "severities": {"warning"}},
		"base64": {"entry": {}, "severities": set()},
		"not known": {"entry": {"ca": null}, "severities": set()},
		"decoded": {"entry": {"ca": null, "ca_from": "base64decode(local.ca)"}, "severities": {"own"}},
		"decoded and encoded": {"entry": {"ca": null, "ca_from": "base64encode(base64decode(local.ca))"}, "severities": set()},
		"decoded by a command": {"entry": {"ca": null, "ca_from": "$(echo $CA | base64 -d)"}, "severities": {"own"}},
		"base64 in the file": {"entry": {"ca_in_file": true}, "severities": set()},
		"decoded into the file": {"entry": {"ca": null, "ca_in_file": true, "ca_from": "base64decode(local.ca)"}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"ca": "pem"})
	{violation.path | some violation in found} == {["ca"]}
}
