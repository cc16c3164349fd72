package lib.workload_identity_test

import data.lib.testing
import data.lib.workload_identity

_type := testing.term("request.principal.type", "Workload")

_namespace := testing.term("request.principal.namespace", "shop")

_account := testing.term("request.principal.service_account", "web")

_one_of(variable, values) := {"variable": variable, "operator": "in", "values": values, "value_kind": "list"}

_given(statement, clusters, stores) := {
	"statements": [testing.statement(statement)],
	"clusters": clusters,
	"node_pools": [],
	"index": {"objects": stores},
}

test_grants[note] if {
	some note, case in {
		"by type": {"statement": {"clauses": [[_type]]}, "count": 1},
		"by type, among others": {"statement": {"clauses": [[_one_of("request.principal.type", ["cluster", "workload"])]]}, "count": 1},
		"by namespace": {"statement": {"clauses": [[_namespace]]}, "count": 1},
		"by account": {"statement": {"clauses": [[_account]]}, "count": 1},
		"by one of several namespaces": {"statement": {"clauses": [[_one_of("request.principal.namespace", ["a", "b"])]]}, "count": 1},
		"in one of two ways": {"statement": {"clauses": [[testing.term("request.region", "fra")], [_type]]}, "count": 1},
		"of another type": {"statement": {"clauses": [[testing.term("request.principal.type", "cluster")]]}, "count": 0},
		"not of the type": {"statement": {"clauses": [[object.union(_type, {"operator": "!="})]]}, "count": 0},
		"of what is like the type": {"statement": {"clauses": [[object.union(_type, {"value_kind": "pattern"})]]}, "count": 0},
		"but for a namespace": {"statement": {"clauses": [[object.union(_namespace, {"operator": "!="})]]}, "count": 0},
		"another variable": {"statement": {"clauses": [[testing.term("request.region", "workload")]]}, "count": 0},
		"to everybody": {"statement": {"clauses": []}, "count": 0},
		"beyond the bound": {"statement": {"clauses": null}, "count": 0},
		"denied": {"statement": {"effect": "deny", "clauses": [[_type]]}, "count": 0},
	}
	found := workload_identity.grants with input as _given(case.statement, [], {})
	count(found) == case.count
}

test_accounts[note] if {
	some note, case in {
		"one": {"clauses": [[_type, _namespace, _account]], "accounts": {["shop", "web"]}},
		"two ways": {"clauses": [[_namespace, _account], [_namespace, testing.term("request.principal.service_account", "api")]], "accounts": {["shop", "web"], ["shop", "api"]}},
		"not of one way": {"clauses": [[_namespace], [_account]], "accounts": set()},
		"lists": {
			"clauses": [[_one_of("request.principal.namespace", ["a", "b"]), _one_of("request.principal.service_account", ["c"])]],
			"accounts": {["a", "c"], ["b", "c"]},
		},
		"pattern": {"clauses": [[object.union(_namespace, {"value": "sh*", "value_kind": "pattern"}), _account]], "accounts": set()},
		"pattern in a list": {"clauses": [[_one_of("request.principal.namespace", ["a", "/b*/"]), _account]], "accounts": set()},
		"another": {"clauses": [[object.union(_namespace, {"operator": "!="}), _account]], "accounts": set()},
		"not among several": {"clauses": [[object.union(_one_of("request.principal.namespace", ["a"]), {"operator": "not in"}), _account]], "accounts": set()},
		"something else named": {"clauses": [[testing.term("request.region", "shop"), _account]], "accounts": set()},
		"something else for the account": {"clauses": [[_namespace, testing.term("request.region", "web")]], "accounts": set()},
	}
	{[one.namespace, one.account] | some one in workload_identity.accounts({"clauses": case.clauses})} == case.accounts
}

_store(kind, group, type) := {kind: [testing.entry(kind, {"group": group}, {"spec": {"provider": {"oracle": {"principalType": type}}}})]}

test_stores[note] if {
	some note, case in {
		"of a namespace": {"objects": _store("SecretStore", "external-secrets.io", "Workload"), "count": 1},
		"of the cluster": {"objects": _store("ClusterSecretStore", "external-secrets.io", "Workload"), "count": 1},
		"of another group": {"objects": _store("SecretStore", "example.com", "Workload"), "count": 0},
		"of another type": {"objects": _store("SecretStore", "external-secrets.io", "InstancePrincipal"), "count": 0},
		"of another kind": {"objects": _store("ExternalSecret", "external-secrets.io", "Workload"), "count": 0},
	}
	found := workload_identity.stores with input as _given({}, [], case.objects)
	count(found) == case.count
	used := workload_identity.users({"id": "c1"}) with input as _given({}, [], case.objects)
	count(used) == case.count
}

_clusters := [testing.resource("c1", {"address": "oci_containerengine_cluster.a"}), testing.resource("c2", {"address": "oci_containerengine_cluster.b"})]

_for(ref) := {"variable": "request.principal.cluster_id", "operator": "=", "value_kind": "hole", "ref": ref}

test_users[note] if {
	some note, case in {
		"any cluster": {"clauses": [[_type]], "clusters": _clusters, "ids": {"c1", "c2"}},
		"one": {"clauses": [[_type, _for("oci_containerengine_cluster.a")]], "clusters": _clusters, "ids": {"c1"}},
		"one or the other": {"clauses": [[_type, _for("oci_containerengine_cluster.a")], [_type, _for("oci_containerengine_cluster.b")]], "clusters": _clusters, "ids": {"c1", "c2"}},
		"one in one way": {"clauses": [[_type, _for("oci_containerengine_cluster.a")], [_type]], "clusters": _clusters, "ids": {"c1", "c2"}},
		"the only one, by a variable": {"clauses": [[_type, _for("var.cluster_id")]], "clusters": [_clusters[0]], "ids": {"c1"}},
		"some other, by a variable": {"clauses": [[_type, _for("var.cluster_id")]], "clusters": _clusters, "ids": set()},
		"something else of that name": {"clauses": [[_type, object.union(_for("var.x"), {"variable": "target.cluster.id"})]], "clusters": _clusters, "ids": {"c1", "c2"}},
		"nobody": {"clauses": [], "clusters": _clusters, "ids": set()},
	}
	given := _given({"clauses": case.clauses}, case.clusters, {})
	{cluster.id | some cluster in case.clusters; count(_users(cluster, given)) > 0} == case.ids
}

_users(cluster, given) := found if found := workload_identity.users(cluster) with input as given

test_may_run_under[note] if {
	some note, case in {
		"the account": {"pod": {}, "count": 1},
		"another": {"pod": {"service_account": "api"}, "count": 0},
		"of another namespace": {"pod": {"namespace": "bank"}, "count": 0},
		"one that cannot be known": {"pod": {"service_account": "", "unknown": {"serviceAccountName": "var.a"}}, "count": 1},
		"by the older name": {"pod": {"service_account": "", "unknown": {"serviceAccount": "var.a"}}, "count": 1},
		"one that cannot be known elsewhere": {"pod": {"namespace": "bank", "service_account": "", "unknown": {"serviceAccountName": "var.a"}}, "count": 0},
		"something else not known": {"pod": {"service_account": "", "unknown": {"hostname": "var.a"}}, "count": 0},
	}
	pod := object.union({"namespace": "shop", "service_account": "web", "unknown": {}}, case.pod)
	count([1 | workload_identity.may_run_under(pod, {"namespace": "shop", "account": "web"})]) == case.count
}
