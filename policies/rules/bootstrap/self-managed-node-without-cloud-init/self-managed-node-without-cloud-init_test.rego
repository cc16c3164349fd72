package rules.bootstrap["self-managed-node-without-cloud-init_test"]

import data.lib.testing
import data.rules.bootstrap["self-managed-node-without-cloud-init"] as rule

_pool := {"id": "p1", "address": "oci_core_instance.node", "mode": "self-managed", "form": "instance", "cloud_init": {"state": "stated", "encoding": "base64"}, "unknown": {}}

_given(fields) := {"facts": testing.facts, "bootstraps": [], "commands": [], "node_pools": [object.union(_pool, fields)]}

test_reported[note] if {
	some note, case in {
		"absent": {"entry": {"cloud_init": {"state": "absent"}}, "severities": {"own"}},
		"stated": {"entry": {}, "severities": set()},
		"unknown": {"entry": {"cloud_init": {"state": "unknown"}}, "severities": set()},
		"instance configuration, which is another rule's": {"entry": {"form": "instance-configuration", "cloud_init": {"state": "absent"}}, "severities": set()},
		"managed pool": {"entry": {"mode": "managed", "cloud_init": {"state": "absent"}}, "severities": set()},
		"metadata unknown": {"entry": {"cloud_init": {"state": "absent"}, "unknown": {"metadata": "var.m"}}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"cloud_init": {"state": "absent"}})
	{violation.path | some violation in found} == {["cloud_init"]}
}
