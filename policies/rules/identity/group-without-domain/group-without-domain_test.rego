package rules.identity["group-without-domain_test"]

import data.lib.testing
import data.rules.identity["group-without-domain"] as rule

_statement(principal) := testing.statement({"principals": [object.union({"kind": "group", "name": "admins", "hole": false}, principal)]})

test_reported[note] if {
	some note, case in {
		"once with a domain": {"statements": [_statement({}), _statement({"domain": "Platform"})], "groups": [], "count": 1},
		"both with it": {"statements": [_statement({"domain": "Platform"})], "groups": [], "count": 0},
		"default domain": {"statements": [_statement({}), _statement({"domain": "Default"})], "groups": [], "count": 0},
		"in both": {"statements": [_statement({}), _statement({"domain": "Default"}), _statement({"domain": "Platform"})], "groups": [], "count": 0},
		"another group": {"statements": [_statement({}), _statement({"name": "auditors", "domain": "Platform"})], "groups": [], "count": 0},
		"a dynamic group's domain": {"statements": [_statement({"kind": "dynamic-group"})], "groups": [testing.dynamic_group({"name": "admins", "domain": "Platform"})], "count": 1},
		"a dynamic group of the default domain": {"statements": [_statement({"kind": "dynamic-group"})], "groups": [testing.dynamic_group({"name": "admins"})], "count": 0},
	}

	found := rule.violations with input as {"statements": case.statements, "dynamic_groups": case.groups}
	count(found) == case.count
}
