package rules.workload["network-policy_test"]

import data.lib.testing
import data.rules.workload["network-policy"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"policy": {"fields": {"group": "networking.k8s.io"}, "value": {}, "severities": {"own"}},
		"mixed": {"fields": {"group": "networking.k8s.io", "nodes": "mixed-unknown"}, "value": {}, "severities": {"own"}},
		"managed": {"fields": {"group": "networking.k8s.io", "nodes": "managed"}, "value": {}, "severities": set()},
		"of a provider": {"fields": {"group": "projectcalico.org"}, "value": {}, "severities": set()},
		"old group": {"fields": {"group": "extensions"}, "value": {}, "severities": {"own"}},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "NetworkPolicy"), case.fields, case.value)
	_severities(found) == case.severities
}

test_cluster_wide[kind] if {
	some kind, expected in {"AdminNetworkPolicy": 1, "BaselineAdminNetworkPolicy": 1, "ClusterNetworkPolicy": 1, "Exemption": 0}
	found := rule.violations with input as testing.custom(kind, {"group": "policy.networking.k8s.io"})
	count(found) == expected
}

test_removed_by_a_patch if {
	given := testing.object_of("NetworkPolicy", {"group": "networking.k8s.io"}, {"$patch": "delete"})
	count(rule.violations) == 0 with input as given
}

test_other_cluster_wide_policies[note] if {
	some note, case in {
		"of a provider": {"kind": "GlobalNetworkPolicy", "fields": {"group": "projectcalico.org"}},
		"managed nodes": {"kind": "AdminNetworkPolicy", "fields": {"group": "policy.networking.k8s.io", "nodes": "managed"}},
	}
	count(rule.violations) == 0 with input as testing.custom(case.kind, case.fields)
}
