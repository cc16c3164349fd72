package rules.bootstrap["unencoded-cluster-certificate_test"]

import data.lib.testing
import data.rules.bootstrap["unencoded-cluster-certificate"] as rule

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
		"plain": {"entry": {"ca": "pem"}, "severities": {"own"}},
		"plain in the file": {"entry": {"ca": "pem", "ca_in_file": true}, "severities": {"warning"}},
		"something else": {"entry": {"ca": "other"}, "severities": {"warning"}},
		"base64": {"entry": {}, "severities": set()},
		"not known": {"entry": {"ca": null}, "severities": set()},
		"decoded": {"entry": {"ca": null, "ca_from": "base64decode(local.ca)"}, "severities": {"own"}},
		"decoded and encoded": {"entry": {"ca": null, "ca_from": "base64encode(base64decode(local.ca))"}, "severities": set()},
		"decoded by a command": {"entry": {"ca": null, "ca_from": "$(echo $CA | base64 -d)"}, "severities": {"own"}},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"ca": "pem"})
	{violation.path | some violation in found} == {["ca"]}
}
