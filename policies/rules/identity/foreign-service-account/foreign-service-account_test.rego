package rules.identity["foreign-service-account_test"]

import data.lib.testing
import data.rules.identity["foreign-service-account"] as rule

_grant := testing.statement({"clauses": [[
	testing.term("request.principal.type", "workload"),
	testing.term("request.principal.namespace", "shop"),
	testing.term("request.principal.service_account", "web"),
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
		"a patch": {"pods": [_pod("a", {"service_account": "", "partial": true})], "severities": set()},
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
