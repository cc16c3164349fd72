package rules.identity["too-many-statements_test"]

import data.lib.testing
import data.rules.identity["too-many-statements"] as rule

_many(n, policy) := [testing.statement({"id": $"st{i}", "policy": sprintf("%s-%d", [policy, i % 20]), "attachment": {"ref": "x", "kind": "name"}}) | some i in numbers.range(1, n)]

_one(n) := [testing.statement({"id": $"st{i}", "policy": "p"}) | some i in numbers.range(1, n)]

test_reported[note] if {
	some note, case in {
		"fifty": {"statements": _one(50), "items": set()},
		"fifty-one": {"statements": _one(51), "items": {"st51"}},
		"many policies": {"statements": _many(500, "a.yaml#p"), "items": set()},
		"many policies of one place": {"statements": _many(501, "a.yaml#p"), "items": {"st501"}},
	}

	found := rule.violations with input as {"statements": case.statements}
	{violation.item | some violation in found} == case.items
}
