package rules.secret["placeholder-secret_test"]

import data.lib.testing
import data.rules.secret["placeholder-secret"] as rule

_input(secrets, objects) := {"secrets": secrets, "index": {"pods": [], "objects": objects}}

test_reported[note] if {
	some note, case in {
		"placeholder": {"secrets": [testing.secret({"form": "placeholder"})], "count": 1},
		"beside an empty one": {"secrets": [testing.secret({"form": "placeholder"}), testing.secret({"id": "s2", "key": "b", "form": "empty"})], "count": 1},
		"beside a literal": {"secrets": [testing.secret({"form": "placeholder"}), testing.secret({"id": "s2", "key": "b"})], "count": 0},
		"literal": {"secrets": [testing.secret({})], "count": 0},
		"in a ConfigMap": {"secrets": [testing.secret({"form": "placeholder", "holder": "ConfigMap"})], "count": 0},
	}

	found := rule.violations with input as _input(case.secrets, {})
	count(found) == case.count
}

test_names_the_keys if {
	given := [testing.secret({"form": "placeholder"}), testing.secret({"id": "s2", "key": "a", "form": "placeholder"})]
	some violation in rule.violations with input as _input(given, {})
	violation.facts == {"keys": ["a", "password"]}
	violation.path == ["stringData"]
}
