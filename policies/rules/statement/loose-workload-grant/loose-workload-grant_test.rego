package rules.statement["loose-workload-grant_test"]

import data.lib.testing
import data.rules.statement["loose-workload-grant"] as rule

_type := testing.term("request.principal.type", "workload")

_namespace := testing.term("request.principal.namespace", "shop")

_account := testing.term("request.principal.service_account", "web")

_cluster := testing.term("request.principal.cluster_id", "ocid1.cluster.oc1..c")

_all := [_type, _namespace, _account, _cluster]

test_reported[note] if {
	some note, case in {
		"all four": {"clauses": [_all], "missing": set()},
		"no cluster": {"clauses": [[_type, _namespace, _account]], "missing": {"request.principal.cluster_id"}},
		"no namespace": {"clauses": [[_type, _account, _cluster]], "missing": {"request.principal.namespace"}},
		"type in a list": {"clauses": [[{"variable": "request.principal.type", "operator": "in", "values": ["workload"], "value_kind": "list"}, _namespace, _account]], "missing": {"request.principal.cluster_id"}},
		"type alone in a list": {"clauses": [[{"variable": "request.principal.type", "operator": "in", "values": ["workload"], "value_kind": "list"}]], "missing": {"request.principal.namespace", "request.principal.service_account", "request.principal.cluster_id"}},
		"no type": {"clauses": [[_namespace, _account, _cluster]], "missing": {"request.principal.type"}},
		"any": {"clauses": [[_type], [_namespace], [_account], [_cluster]], "missing": {term.variable | some term in _all}},
		"two accounts": {"clauses": [_all, [_type, _namespace, testing.term("request.principal.service_account", "api"), _cluster]], "missing": set()},
		"placeholder": {"clauses": [[_type, _namespace, _account, {"variable": "request.principal.cluster_id", "operator": "=", "value_kind": "hole"}]], "missing": set()},
		"any namespace": {"clauses": [[_type, object.union(_namespace, {"value": "*", "value_kind": "pattern"}), _account, _cluster]], "missing": {"request.principal.namespace"}},
		"clusters": {"clauses": [[testing.term("request.principal.type", "cluster")]], "missing": set()},
		"workloads or clusters": {"clauses": [_all, [testing.term("request.principal.type", "cluster")]], "missing": set()},
		"workloads or others by a list": {"clauses": [_all, [{"variable": "request.principal.type", "operator": "in", "values": ["cluster", "nodepool"], "value_kind": "list"}]], "missing": set()},
		"workloads or all others": {"clauses": [_all, [object.union(_type, {"operator": "!="})]], "missing": set()},
		"workloads or people": {"clauses": [_all, [testing.term("request.user.id", "ocid1.user.oc1..u")]], "missing": set()},
		"workloads or something unknown": {"clauses": [_all, [{"variable": "request.principal.type", "operator": "=", "value_kind": "hole"}]], "missing": {"request.principal.namespace", "request.principal.service_account", "request.principal.cluster_id"}},
		"all but workloads": {"clauses": [[object.union(_type, {"operator": "!="})]], "missing": set()},
		"all but workloads, or a target": {"clauses": [[object.union(_type, {"operator": "!="})], [testing.term("target.key.id", "ocid1.key.oc1..k")]], "missing": set()},
		"clusters, or a target": {"clauses": [[testing.term("request.principal.type", "cluster")], [testing.term("target.key.id", "ocid1.key.oc1..k")]], "missing": set()},
		"a cluster by the name of workload": {"clauses": [[testing.term("request.principal.name", "workload"), testing.term("request.principal.type", "cluster")]], "missing": set()},
		"something by the name of workload": {"clauses": [[testing.term("request.principal.name", "workload")]], "missing": set()},
		"clusters and their namespace": {"clauses": [[testing.term("target.namespace", "shop")]], "missing": set()},
		"namespace alone": {"clauses": [[_namespace]], "missing": {"request.principal.type", "request.principal.service_account", "request.principal.cluster_id"}},
		"account alone": {"clauses": [[_account]], "missing": {"request.principal.type", "request.principal.namespace", "request.principal.cluster_id"}},
		"type alone": {"clauses": [[_type]], "missing": {"request.principal.namespace", "request.principal.service_account", "request.principal.cluster_id"}},
		"another namespace": {"clauses": [[_type, object.union(_namespace, {"operator": "!="}), _account, _cluster]], "missing": {"request.principal.namespace"}},
		"no condition": {"clauses": [], "missing": set()},
		"condition that cannot be read": {"clauses": null, "missing": set()},
	}

	found := rule.violations with input as {"statements": [testing.statement({"clauses": case.clauses})]}
	[violation.facts.missing | some violation in found] == [sort(case.missing) | count(case.missing) > 0]
}

test_silent_on_deny if {
	count(rule.violations) == 0 with input as {"statements": [testing.statement({"effect": "deny", "clauses": [[_type]]})]}
}

test_silent_on_invalid_statements if {
	count(rule.violations) == 0 with input as {"statements": [testing.statement({"verdict": "invalid", "clauses": [[_type]]})]}
}
