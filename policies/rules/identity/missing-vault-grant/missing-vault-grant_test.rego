package rules.identity["missing-vault-grant_test"]

import data.lib.testing
import data.rules.identity["missing-vault-grant"] as rule

_store(kind, fields, oracle) := testing.entry(
	kind,
	object.union({"group": "external-secrets.io"}, fields),
	{"spec": {"provider": {"oracle": object.union({"principalType": "Workload"}, oracle)}}},
)

_own := {"serviceAccountRef": {"name": "reader"}}

_for(namespace, account) := testing.statement({"permissions": ["read secret-bundles"], "clauses": [[
	testing.term("request.principal.type", "workload"),
	testing.term("request.principal.namespace", namespace),
	testing.term("request.principal.service_account", account),
]]})

_given(stores, statements) := {
	"index": {"pods": [], "objects": {"SecretStore": [store | some store in stores; store.kind == "SecretStore"], "ClusterSecretStore": [store | some store in stores; store.kind == "ClusterSecretStore"]}},
	"statements": statements,
	"dynamic_groups": [],
	"compartments": [],
	"clusters": [],
}

test_reported[note] if {
	some note, case in {
		"granted": {"given": _given([_store("SecretStore", {}, _own)], [_for("shop", "reader")]), "count": 0},
		"another account": {"given": _given([_store("SecretStore", {}, _own)], [_for("shop", "web")]), "count": 1},
		"another namespace": {"given": _given([_store("SecretStore", {}, _own)], [_for("bank", "reader")]), "count": 1},
		"a store whose namespace is not stated": {"given": _given([_store("SecretStore", {"namespace": ""}, _own)], [_for("bank", "reader")]), "count": 0},
		"the operator's account": {"given": _given([_store("SecretStore", {}, {})], [_for("external-secrets", "external-secrets")]), "count": 0},
		"the operator's account, nothing granted": {"given": _given([_store("SecretStore", {}, {})], [testing.statement({})]), "count": 1},
		"for the cluster": {"given": _given([_store("ClusterSecretStore", {}, {"serviceAccountRef": {"name": "reader", "namespace": "shop"}})], [_for("shop", "reader")]), "count": 0},
		"for the cluster, another namespace": {"given": _given([_store("ClusterSecretStore", {}, {"serviceAccountRef": {"name": "reader", "namespace": "x"}})], [_for("shop", "reader")]), "count": 1},
		"another way to sign in": {"given": _given([_store("SecretStore", {}, {"principalType": "UserPrincipal"})], [testing.statement({})]), "count": 0},
		"another group of objects": {"given": _given([_store("SecretStore", {"group": "x.io"}, _own)], [testing.statement({})]), "count": 0},
		"no identity in the repository": {"given": _given([_store("SecretStore", {}, _own)], []), "count": 0},
		"for the cluster, namespace not stated": {"given": _given([_store("ClusterSecretStore", {}, _own)], [_for("bank", "reader")]), "count": 0},
	}

	found := rule.violations with input as case.given
	count(found) == case.count
}

test_counts_what_stays_open[note] if {
	some note, case in {
		"the operator's account": {"given": _given([_store("SecretStore", {}, {})], [_for("external-secrets", "external-secrets")]), "count": 1},
		"granted": {"given": _given([_store("SecretStore", {}, _own)], [_for("shop", "reader")]), "count": 0},
		"not granted": {"given": _given([_store("SecretStore", {}, _own)], [testing.statement({})]), "count": 0},
	}
	count(rule.undecided) == case.count with input as case.given
}
