package rules.identity["undefined-alias_test"]

import data.lib.testing
import data.rules.identity["undefined-alias"] as rule

_define(policy, defines) := testing.statement({"id": "d", "effect": "define", "policy": policy, "defines": defines})

_uses := testing.statement({"effect": "admit", "policy": "p", "aliases": [{"kind": "tenancy", "name": "Other"}]})

test_reported[note] if {
	some note, case in {
		"not defined": {"statements": [_uses], "count": 1},
		"defined": {"statements": [_define("p", "tenancy other"), _uses], "count": 0},
		"defined as something else": {"statements": [_define("p", "group other"), _uses], "count": 1},
		"defined in another policy": {"statements": [_define("q", "tenancy other"), _uses], "count": 1},
		"a placeholder beside it": {"statements": [testing.statement({"effect": "none", "verdict": "undetermined", "policy": "p"}), _uses], "count": 0},
		"no policy known": {"statements": [object.remove(_uses, ["policy"])], "count": 0},
		"invalid": {"statements": [object.union(_uses, {"verdict": "invalid"})], "count": 0},
		"an undetermined definition beside it": {"statements": [testing.statement({"effect": "define", "verdict": "undetermined", "policy": "p"}), _uses], "count": 0},
		"a placeholder in what another statement allows": {"statements": [testing.statement({"verdict": "undetermined", "policy": "p"}), _uses], "count": 1},
	}

	found := rule.violations with input as {"statements": case.statements}
	count(found) == case.count
}
