package rules.statement["invalid-statement_test"]

import data.lib.testing
import data.rules.statement["invalid-statement"] as rule

_error := {"code": "iam/unknown-verb", "severity": "error", "message": "No.", "start": 14, "end": 19}

_warning := {"code": "iam/double-quotes", "severity": "warning", "message": "Hm.", "start": 1, "end": 2}

_given(list, verdict, problems) := object.union(
	{"statements": [], "dynamic_groups": []},
	{list: [testing.resource("x1", {"verdict": verdict, "problems": problems})]},
)

test_reported[note] if {
	some note, case in {
		"an error": {"given": _given("statements", "invalid", [_error]), "paths": {["problems", 0]}},
		"in a matching rule": {"given": _given("dynamic_groups", "invalid", [_error]), "paths": {["problems", 0]}},
		"two errors and a warning": {"given": _given("statements", "invalid", [_error, _warning, _error]), "paths": {["problems", 0], ["problems", 2]}},
		"a warning": {"given": _given("statements", "valid", [_warning]), "paths": set()},
		"placeholders": {"given": _given("statements", "undetermined", []), "paths": set()},
		"an error beside a placeholder": {"given": _given("statements", "undetermined", [_error]), "paths": set()},
	}

	found := rule.violations with input as case.given
	{violation.path | some violation in found} == case.paths
}

test_says_what_is_wrong if {
	found := rule.violations with input as _given("statements", "invalid", [_error])
	found == {{"item": "x1", "path": ["problems", 0], "facts": {"problem": "No.", "code": "iam/unknown-verb"}, "requirements": []}}
}
