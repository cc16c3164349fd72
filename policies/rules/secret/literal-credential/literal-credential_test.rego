package rules.secret["literal-credential_test"]

import data.lib.testing
import data.rules.secret["literal-credential"] as rule

_input(secrets, objects) := {"secrets": secrets, "index": {"pods": [], "objects": objects}}

test_reported[note] if {
	some note, case in {
		"environment": {"fields": {"holder": "environment"}, "count": 1},
		"ConfigMap": {"fields": {"holder": "ConfigMap"}, "count": 1},
		"argument": {"fields": {"holder": "argument"}, "count": 1},
		"Secret": {"fields": {"holder": "Secret"}, "count": 0},
		"generator": {"fields": {"holder": "SecretGenerator"}, "count": 0},
		"placeholder": {"fields": {"holder": "environment", "form": "placeholder"}, "count": 0},
		"reference": {"fields": {"holder": "environment", "form": "reference"}, "count": 0},
		"encrypted": {"fields": {"holder": "environment", "form": "encrypted"}, "count": 0},
		"public": {"fields": {"holder": "environment", "form": "public"}, "count": 0},
	}

	found := rule.violations with input as _input([testing.secret(case.fields)], {})
	count(found) == case.count
}

test_graded_by_folder[note] if {
	some note, case in {"tests": {"tests": true, "severity": "notice"}, "others": {"tests": false, "severity": "warning"}}
	some violation in rule.violations with input as _input([testing.secret({"holder": "environment", "in_tests": case.tests})], {})
	violation.severity == case.severity
	violation.facts == {"key": "password"}
}
