package rules.identity["foreign-service-account_test"]

import data.lib.testing
import data.rules.identity["foreign-service-account"] as rule

_grant := _grant_to("shop", "web")

_grant_to(namespace, account) := testing.statement({"clauses": [[
	testing.term("request.principal.type", "workload"),
	testing.term("request.principal.namespace", namespace),
	testing.term("request.principal.service_account", account),
]]})

_listed := testing.statement({"clauses": [[
	testing.term("request.principal.namespace", "shop"),
	{"variable": "request.principal.service_account", "operator": "in", "values": ["web", "worker"], "value_kind": "list"},
]]})

_pod(id, fields) := object.union({"id": id, "namespace": "shop", "service_account": "web", "partial": false, "projected_token": false}, fields)

test_reported[note] if {
	some note, case in {
		"the account": {"pods": [_pod("a", {})], "severities": set()},
		"no account": {"pods": [_pod("a", {"service_account": ""})], "severities": {"warning"}},
		"the default account": {"pods": [_pod("a", {"service_account": "default"})], "severities": {"warning"}},
		"another account": {"pods": [_pod("a", {"service_account": "api"})], "severities": {"error"}},
		"another pod is meant": {"pods": [_pod("a", {"service_account": "api"}), _pod("b", {})], "severities": set()},
		"another namespace": {"pods": [_pod("a", {"service_account": "api", "namespace": "bank"})], "severities": set()},
		"an account not known": {"pods": [_pod("a", {"service_account": "", "unknown": {"serviceAccountName": "var.sa"}})], "severities": set()},
		"an account not known, by the old name": {"pods": [_pod("a", {"service_account": "", "unknown": {"serviceAccount": "var.sa"}})], "severities": set()},
		"perhaps another pod is meant": {"pods": [_pod("a", {"service_account": "api"}), _pod("b", {"service_account": "", "unknown": {"serviceAccountName": "var.sa"}})], "severities": set()},
		"another pod in another namespace": {"pods": [_pod("a", {"service_account": "api"}), _pod("b", {"service_account": "", "namespace": "bank", "unknown": {"serviceAccountName": "var.sa"}})], "severities": {"error"}},
		"something else not known": {"pods": [_pod("a", {"service_account": "api", "unknown": {"containers.0.image": "var.i"}})], "severities": {"error"}},
		"a patch": {"pods": [_pod("a", {"service_account": "", "partial": true})], "severities": set()},
		"the account's name in another namespace": {"pods": [_pod("a", {"service_account": "api"}), _pod("b", {"namespace": "bank"})], "severities": {"error"}},
	}

	found := rule.violations with input as {"statements": [_grant], "index": {"pods": case.pods, "objects": {}}}
	{violation.severity | some violation in found} == case.severities
}

test_token[note] if {
	some note, case in {
		"not mounted": {"fields": {"automount_token": false}, "count": 1},
		"projected": {"fields": {"automount_token": false, "projected_token": true}, "count": 0},
		"mounted": {"fields": {"automount_token": true}, "count": 0},
		"not stated": {"fields": {}, "count": 0},
	}

	found := rule.violations with input as {"statements": [_grant], "index": {"pods": [_pod("a", case.fields)], "objects": {}}}
	count(found) == case.count
}

test_silent_without_a_grant if {
	count(rule.violations) == 0 with input as {"statements": [], "index": {"pods": [_pod("a", {"service_account": ""})], "objects": {}}}
}

_account(fields) := object.union({"id": "o1", "group": "", "name": "web", "namespace": "shop", "value": {"automountServiceAccountToken": false}}, fields)

test_token_by_the_account[note] if {
	some note, case in {
		"not mounted": {"account": {}, "pod": {}, "count": 1},
		"mounted": {"account": {"value": {"automountServiceAccountToken": true}}, "pod": {}, "count": 0},
		"not stated": {"account": {"value": {"automountServiceAccountToken": null}}, "pod": {}, "count": 0},
		"perhaps mounted by the pod": {"account": {}, "pod": {"unknown": {"automountServiceAccountToken": "var.t"}}, "count": 0},
		"mounted by the pod": {"account": {}, "pod": {"automount_token": true}, "count": 0},
		"projected": {"account": {}, "pod": {"projected_token": true}, "count": 0},
		"a patch": {"account": {}, "pod": {"partial": true}, "count": 0},
		"another namespace": {"account": {"namespace": "bank"}, "pod": {}, "count": 0},
		"once, where the pod says it too": {"account": {}, "pod": {"automount_token": false}, "count": 1},
	}

	index := {"pods": [_pod("a", case.pod)], "objects": {"ServiceAccount": [_account(case.account)]}}
	found := rule.violations with input as {"statements": [_grant], "index": index}
	count(found) == case.count
}

test_several_grants[note] if {
	some note, case in {
		"the pod's account has a grant of its own": {"statements": [_grant, _grant_to("shop", "api")], "count": 0},
		"its namesake elsewhere has one": {"statements": [_grant, _grant_to("bank", "api")], "count": 1},
		"several accounts may be meant": {"statements": [_listed], "count": 0},
	}

	found := rule.violations with input as {"statements": case.statements, "index": {"pods": [_pod("a", {"service_account": "api"})], "objects": {}}}
	count(found) == case.count
}

test_token_of_other_pods[note] if {
	some note, case in {
		"the pod that is meant": {"pod": {}, "account": {}, "places": {["automountServiceAccountToken"], ["serviceAccountName"]}},
		"pods of another account": {"pod": {"service_account": "api"}, "account": {}, "places": set()},
		"pods of a namesake elsewhere": {"pod": {"namespace": "bank"}, "account": {}, "places": set()},
		"another account that mounts none": {"pod": {}, "account": {"name": "api"}, "places": {["automountServiceAccountToken"]}},
		"another group's kind of that name": {"pod": {}, "account": {"group": "iam.example.com"}, "places": {["automountServiceAccountToken"]}},
	}

	pods := [
		_pod("a", object.union({"automount_token": false}, case.pod)),
		_pod("b", case.pod),
	]
	index := {"pods": pods, "objects": {"ServiceAccount": [_account(case.account)]}}
	found := rule.violations with input as {"statements": [_grant], "index": index}
	{violation.path | some violation in found; violation.facts.how == "without its token"} == case.places
}
