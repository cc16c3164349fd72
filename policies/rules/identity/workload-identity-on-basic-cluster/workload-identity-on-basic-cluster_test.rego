package rules.identity["workload-identity-on-basic-cluster_test"]

import data.lib.testing
import data.rules.identity["workload-identity-on-basic-cluster"] as rule

_grant := testing.statement({"clauses": [[testing.term("request.principal.type", "workload")]]})

_listed := testing.statement({"clauses": [[{"variable": "request.principal.type", "operator": "in", "values": ["Workload"], "value_kind": "list"}]]})

_by_namespace := testing.statement({"clauses": [[testing.term("request.principal.namespace", "shop")]]})

_store := testing.entry("SecretStore", {"group": "external-secrets.io"}, {"spec": {"provider": {"oracle": {"principalType": "Workload"}}}})

_given(fields, statements, stores, as_of) := {
	"as_of": as_of,
	"clusters": [testing.resource("c1", fields)],
	"statements": statements,
	"index": {"pods": [], "objects": {"SecretStore": stores}},
}

test_reported[note] if {
	some note, case in {
		"basic": {"given": _given({"type": "BASIC_CLUSTER"}, [_grant], [], "2026-01-01"), "severities": {"error"}},
		"enhanced": {"given": _given({"type": "ENHANCED_CLUSTER"}, [_grant], [], "2026-01-01"), "severities": set()},
		"not stated, then": {"given": _given({}, [_grant], [], "2025-02-12"), "severities": {"error"}},
		"not stated, now": {"given": _given({}, [_grant], [], "2026-01-01"), "severities": {"warning"}},
		"not known": {"given": _given({"unknown": {"type": "var.type"}}, [_grant], [], "2025-02-12"), "severities": set()},
		"type in a list": {"given": _given({"type": "BASIC_CLUSTER"}, [_listed], [], "2026-01-01"), "severities": {"error"}},
		"by namespace alone": {"given": _given({"type": "BASIC_CLUSTER"}, [_by_namespace], [], "2026-01-01"), "severities": {"error"}},
		"store": {"given": _given({"type": "BASIC_CLUSTER"}, [], [_store], "2026-01-01"), "severities": {"error"}},
		"nobody uses it": {"given": _given({"type": "BASIC_CLUSTER"}, [testing.statement({})], [], "2026-01-01"), "severities": set()},
	}

	found := rule.violations with input as case.given
	{violation.severity | some violation in found} == case.severities
}

# Two root modules may call different clusters by one name.
test_grants_of_other_clusters[note] if {
	some note, case in {
		"this one": {"ref": "oci_containerengine_cluster.main", "stack": "dev", "found": {"c1"}},
		"one of this name in another root": {"ref": "oci_containerengine_cluster.main", "stack": "prod", "found": set()},
		"one of another name": {"ref": "oci_containerengine_cluster.other", "stack": "dev", "found": set()},
	}
	cluster := {"address": "oci_containerengine_cluster.main", "type": "BASIC_CLUSTER", "stack": "dev"}
	term := {"variable": "request.principal.cluster_id", "operator": "=", "value_kind": "hole", "ref": case.ref, "stack": case.stack}
	given := {
		"as_of": "2026-01-01",
		"clusters": [
			testing.resource("c1", cluster),
			testing.resource("c2", object.union(cluster, {"type": "ENHANCED_CLUSTER", "stack": "prod"})),
		],
		"statements": [testing.statement({"clauses": [[testing.term("request.principal.type", "workload"), term]]})],
		"index": {"pods": [], "objects": {}},
	}
	found := rule.violations with input as given
	{violation.item | some violation in found} == case.found
}

test_names_who_uses_it[note] if {
	some note, case in {
		"a statement": {"statements": [_grant], "stores": [], "user": "a policy statement"},
		"a store": {"statements": [], "stores": [_store], "user": "SecretStore \"web\""},
	}
	found := rule.violations with input as _given({"type": "BASIC_CLUSTER"}, case.statements, case.stores, "2026-01-01")
	{violation.facts.user | some violation in found} == {case.user}
}
