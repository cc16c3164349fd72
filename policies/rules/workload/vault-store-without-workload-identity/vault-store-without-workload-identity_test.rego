package rules.workload["vault-store-without-workload-identity_test"]

import data.lib.testing
import data.rules.workload["vault-store-without-workload-identity"] as rule

_store(fields, oracle) := testing.object_of(
	object.get(fields, "kind", "SecretStore"),
	object.union({"group": "external-secrets.io"}, fields),
	{"spec": {"provider": {"oracle": oracle}}},
)

test_reported[note] if {
	some note, case in {
		"workload identity": {"oracle": {"principalType": "Workload"}, "nodes": "virtual", "severities": set()},
		"instance on virtual nodes": {"oracle": {"principalType": "InstancePrincipal"}, "nodes": "virtual", "severities": {"error"}},
		"instance on managed nodes": {"oracle": {"principalType": "InstancePrincipal"}, "nodes": "managed", "severities": {"warning"}},
		"instance on either": {"oracle": {"principalType": "InstancePrincipal"}, "nodes": "mixed-unknown", "severities": {"warning"}},
		"nothing stated": {"oracle": {}, "nodes": "virtual", "severities": {"error"}},
		"empty": {"oracle": {"principalType": ""}, "nodes": "unknown", "severities": {"warning"}},
		"user with key": {"oracle": {"principalType": "UserPrincipal", "auth": {"user": "u"}}, "nodes": "virtual", "severities": {"warning"}},
		"user by auth alone": {"oracle": {"auth": {"user": "u"}}, "nodes": "virtual", "severities": {"warning"}},
		"user without key": {"oracle": {"principalType": "UserPrincipal"}, "nodes": "virtual", "severities": set()},
		"other type": {"oracle": {"principalType": "workload"}, "nodes": "virtual", "severities": {"warning"}},
	}

	found := {violation.severity | some violation in rule.violations} with input as _store({"nodes": case.nodes}, case.oracle)
	found == case.severities
}

test_silent_where_not_known[note] if {
	some note, fields in {
		"type": {"unknown": {"spec.provider.oracle.principalType": "${TYPE}"}},
		"auth": {"unknown": {"spec.provider.oracle.auth": "${AUTH}"}},
		"patch": {"partial": true},
	}
	count(rule.violations) == 0 with input as _store(fields, {})
}

test_says_how if {
	some violation in rule.violations with input as _store({}, {"principalType": "InstancePrincipal"})
	violation.facts == {"how": "with an instance principal"}
	violation.path == ["spec", "provider", "oracle", "principalType"]
}
