package rules.workload["vault-store-without-service-account_test"]

import data.lib.testing
import data.rules.workload["vault-store-without-service-account"] as rule

_store(fields, oracle) := testing.object_of(
	object.get(fields, "kind", "SecretStore"),
	object.union({"group": "external-secrets.io"}, fields),
	{"spec": {"provider": {"oracle": oracle}}},
)

test_reported[note] if {
	some note, case in {
		"none": {"fields": {}, "oracle": {"principalType": "Workload"}, "count": 1},
		"without a name": {"fields": {}, "oracle": {"principalType": "Workload", "serviceAccountRef": {"namespace": "a"}}, "count": 1},
		"named": {"fields": {}, "oracle": {"principalType": "Workload", "serviceAccountRef": {"name": "a"}}, "count": 0},
		"not known": {"fields": {"unknown": {"spec.provider.oracle.serviceAccountRef.name": "${A}"}}, "oracle": {"principalType": "Workload", "serviceAccountRef": {}}, "count": 0},
		"patch": {"fields": {"partial": true}, "oracle": {"principalType": "Workload"}, "count": 0},
		"another principal": {"fields": {}, "oracle": {"principalType": "InstancePrincipal"}, "count": 0},
	}

	found := rule.violations with input as _store(case.fields, case.oracle)
	count(found) == case.count
}
