package rules.bootstrap["managed-node-script_test"]

import data.lib.testing
import data.rules.bootstrap["managed-node-script"] as rule

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
		"fetched": {"entry": {"fetches_oke_init": true}, "severities": {"own"}},
		"not fetched": {"entry": {}, "severities": set()},
		"fetched where the other kind is ruled out": {"entry": {"fetches_oke_init": true, "conditional": true}, "severities": set()},
		"managed node": {"entry": {"fetches_oke_init": true, "self_managed": false}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"fetches_oke_init": true})
	{violation.path | some violation in found} == {["fetches_oke_init"]}
}

test_pool_decides if {
	given := object.union(
		_given({"fetches_oke_init": true, "self_managed": false, "pool": "p1"}),
		{"node_pools": [{"id": "p1", "mode": "self-managed"}]},
	)
	count(rule.violations) == 1 with input as given
}
