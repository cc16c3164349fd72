package rules.statement["broad-join-verb_test"]

import data.lib.testing
import data.rules.statement["broad-join-verb"] as rule

_given(fields) := {"statements": [testing.statement(object.union(
	{"verb": "manage", "resources": ["clusters"], "principals": [{"kind": "dynamic-group", "name": "nodes", "hole": false}]},
	fields,
))]}

test_reported[note] if {
	some note, case in {
		"clusters": {"fields": {}, "count": 1},
		"family": {"fields": {"resources": ["cluster-family"]}, "count": 1},
		"pools": {"fields": {"resources": ["cluster-node-pools"]}, "count": 0},
		"use": {"fields": {"verb": "use"}, "count": 0},
		"people": {"fields": {"principals": [{"kind": "group", "name": "admins", "hole": false}]}, "count": 0},
		"deny": {"fields": {"effect": "deny"}, "count": 0},
	}

	found := rule.violations with input as _given(case.fields)
	count(found) == case.count
}
