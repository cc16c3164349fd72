package rules.bootstrap["disabled-metadata-version_test"]

import data.lib.testing
import data.rules.bootstrap["disabled-metadata-version"] as rule

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

_given(fields) := {"facts": testing.facts, "bootstraps": [object.union(_script, object.remove(fields, ["disabled"]))], "node_pools": [{"id": "p1", "address": "oci_core_instance.node", "mode": "self-managed", "legacy_imds_disabled": fields.disabled}], "index": {"objects": {}}}

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
