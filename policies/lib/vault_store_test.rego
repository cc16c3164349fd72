package lib.vault_store_test

import data.lib.testing
import data.lib.vault_store

_store(fields, oracle) := testing.entry(
	"SecretStore",
	object.union({"group": "external-secrets.io"}, fields),
	{"spec": {"provider": {"oracle": oracle}}},
)

test_principal[note] if {
	some note, case in {
		"workload": {"oracle": {"principalType": "Workload"}, "principal": "workload"},
		"instance": {"oracle": {"principalType": "InstancePrincipal", "auth": {}}, "principal": "instance"},
		"user": {"oracle": {"principalType": "UserPrincipal"}, "principal": "user"},
		"nothing": {"oracle": {}, "principal": "instance"},
		"null": {"oracle": {"principalType": null}, "principal": "instance"},
		"auth alone": {"oracle": {"auth": {"user": "u"}}, "principal": "user"},
		"unheard of": {"oracle": {"principalType": "workload"}, "principal": "the type workload"},
	}

	vault_store.principal(_store({}, case.oracle)) == case.principal
}

test_principal_not_known if {
	not vault_store.principal(_store({"unknown": {"spec.provider.oracle.principalType": "${T}"}}, {}))
}

test_stores_of_both_kinds if {
	one := _store({}, {})
	count(vault_store.stores) == 2 with input as {"workloads": {"objects": {"SecretStore": [one, _store({"group": "x"}, {})], "ClusterSecretStore": [_store({"id": "o2"}, {})]}}}
}
