package rules.workload["vault-store-selector-namespace_test"]

import data.lib.testing
import data.rules.workload["vault-store-selector-namespace"] as rule

_store(fields, oracle) := testing.object_of(
	object.get(fields, "kind", "SecretStore"),
	object.union({"group": "external-secrets.io"}, fields),
	{"spec": {"provider": {"oracle": oracle}}},
)

_account(value) := {"principalType": "Workload", "serviceAccountRef": value}

_key(value) := {"auth": {"secretRef": {"privatekey": value}}}

test_reported[note] if {
	some note, case in {
		"cluster store with": {"fields": {"kind": "ClusterSecretStore"}, "oracle": _account({"name": "a", "namespace": "b"}), "severities": []},
		"cluster store without": {"fields": {"kind": "ClusterSecretStore"}, "oracle": _account({"name": "a"}), "severities": ["error"]},
		"cluster store, key without": {"fields": {"kind": "ClusterSecretStore"}, "oracle": _key({"name": "a"}), "severities": ["error"]},
		"cluster store, not known": {"fields": {"kind": "ClusterSecretStore", "unknown": {"spec.provider.oracle.serviceAccountRef.namespace": "${N}"}}, "oracle": _account({"name": "a"}), "severities": []},
		"cluster store, patch": {"fields": {"kind": "ClusterSecretStore", "partial": true}, "oracle": _account({"name": "a"}), "severities": []},
		"store without": {"fields": {}, "oracle": _account({"name": "a"}), "severities": []},
		"store with its own": {"fields": {}, "oracle": _account({"name": "a", "namespace": "shop"}), "severities": []},
		"store with another": {"fields": {}, "oracle": _account({"name": "a", "namespace": "b"}), "severities": ["error"]},
		"store with another for the key": {"fields": {}, "oracle": _key({"name": "a", "namespace": "b"}), "severities": ["error"]},
		"store that states none itself": {"fields": {"namespace": ""}, "oracle": _account({"name": "a", "namespace": "b"}), "severities": ["warning"]},
		"store whose own is not known": {"fields": {"namespace": "", "unknown": {"metadata.namespace": "${N}"}}, "oracle": _account({"name": "a", "namespace": "b"}), "severities": []},
		"junk": {"fields": {}, "oracle": _account("a"), "severities": []},
	}

	found := [object.get(violation, "severity", "error") | some violation in rule.violations] with input as _store(case.fields, case.oracle)
	found == case.severities
}
