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
		"no auth that counts": {"oracle": {"auth": ""}, "principal": "instance"},
		"a number": {"oracle": {"principalType": 7, "auth": {}}, "principal": ""},
		"auth alone": {"oracle": {"auth": {"user": "u"}}, "principal": "user"},
		"unheard of": {"oracle": {"principalType": "workload"}, "principal": "the type workload"},
	}

	object.get({"p": principal | principal := vault_store.principal(_store({}, case.oracle))}, "p", "") == case.principal
}

test_principal_not_known if {
	not vault_store.principal(_store({"unknown": {"spec.provider.oracle.principalType": "${T}"}}, {}))
}

test_stores_of_both_kinds if {
	one := _store({}, {})
	count(vault_store.stores) == 2 with input as {"workloads": {"objects": {"SecretStore": [one, _store({"group": "x"}, {})], "ClusterSecretStore": [_store({"id": "o2"}, {})]}}}
}

test_lacks[note] if {
	some note, case in {
		"left out": {"fields": {}, "oracle": {}, "count": 1},
		"empty": {"fields": {}, "oracle": {"auth": {"user": ""}}, "count": 1},
		"null": {"fields": {}, "oracle": {"auth": {"user": null}}, "count": 1},
		"stated": {"fields": {}, "oracle": {"auth": {"user": "u"}}, "count": 0},
		"in a patch": {"fields": {"partial": true}, "oracle": {}, "count": 0},
		"not known": {"fields": {"unknown": {"spec.provider.oracle.auth.user": "x"}}, "oracle": {}, "count": 0},
		"not known above": {"fields": {"unknown": {"spec.provider.oracle.auth": "x"}}, "oracle": {}, "count": 0},
		"not known as a whole": {"fields": {"unknown": {"spec": "x"}}, "oracle": {}, "count": 0},
		"not known beside": {"fields": {"unknown": {"spec.provider.oracle.auth.userid": "x"}}, "oracle": {}, "count": 1},
		"not known elsewhere": {"fields": {"unknown": {"auth.user": "x", "user": "x", "auth": "x"}}, "oracle": {}, "count": 1},
	}
	count([1 | vault_store.lacks(_store(case.fields, case.oracle), ["auth", "user"])]) == case.count
}

test_principal_of_a_patch if not vault_store.principal(_store({"partial": true}, {}))

test_other_providers if {
	store := testing.entry("SecretStore", {"group": "external-secrets.io"}, {"spec": {"provider": {"oracle": null, "aws": {}}}})
	count(vault_store.stores) == 0 with input as {"workloads": {"objects": {"SecretStore": [store]}}}
}
