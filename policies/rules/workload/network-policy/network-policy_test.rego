package rules.workload["network-policy_test"]

import data.lib.testing
import data.rules.workload["network-policy"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"policy": {"fields": {"group": "networking.k8s.io"}, "value": {}, "severities": {"own"}},
		"admin": {"fields": {"group": "policy.networking.k8s.io", "kind": "AdminNetworkPolicy"}, "value": {}, "severities": {"own"}},
		"baseline": {"fields": {"group": "policy.networking.k8s.io", "kind": "BaselineAdminNetworkPolicy"}, "value": {}, "severities": {"own"}},
		"mixed": {"fields": {"group": "networking.k8s.io", "nodes": "mixed-unknown"}, "value": {}, "severities": {"own"}},
		"managed": {"fields": {"group": "networking.k8s.io", "nodes": "managed"}, "value": {}, "severities": set()},
		"of a provider": {"fields": {"group": "projectcalico.org"}, "value": {}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "NetworkPolicy"), case.fields, case.value)
	_severities(found) == case.severities
}
