package rules.bootstrap["literal-cluster-certificate_test"]

import data.lib.testing
import data.rules.bootstrap["literal-cluster-certificate"] as rule

_script := {
	"id": "b1",
	"address": "init.sh",
	"self_managed": true,
	"endpoint": "10.0.0.3",
	"endpoint_stated": true,
	"ca": "base64",
	"ca_literal": false,
	"ca_in_file": false,
	"ca_stated": true,
	"text_known": true,
	"fetches_oke_init": false,
	"imds_v1": false,
	"package_urls": [],
	"secrets": [],
	"unknown": {},
}

_given(fields) := {"facts": testing.facts, "bootstraps": [_without_nulls(object.union(_script, fields))], "node_pools": [], "index": {"objects": {}}}

_without_nulls(entry) := {name: value | some name, value in entry; value != null}

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
