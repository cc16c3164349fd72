package rules.secret["committed-secret_test"]

import data.lib.testing
import data.rules.secret["committed-secret"] as rule

_input(secrets, objects) := {"secrets": secrets, "index": {"pods": [], "objects": objects}}

test_reported[note] if {
	some note, case in {
		"literal": {"fields": {}, "count": 1},
		"of a generator": {"fields": {"holder": "SecretGenerator", "path": ["secretGenerator", 0, "literals", 1]}, "count": 1},
		"of no object": {"fields": {"object": ""}, "count": 1},
		"placeholder": {"fields": {"form": "placeholder"}, "count": 0},
		"encrypted": {"fields": {"form": "encrypted"}, "count": 0},
		"empty": {"fields": {"form": "empty"}, "count": 0},
		"reference": {"fields": {"form": "reference"}, "count": 0},
		"certificate": {"fields": {"form": "public"}, "count": 0},
		"in a ConfigMap": {"fields": {"holder": "ConfigMap"}, "count": 0},
		"in the environment": {"fields": {"holder": "environment"}, "count": 0},
		"an argument": {"fields": {"holder": "argument"}, "count": 0},
	}

	found := rule.violations with input as _input([testing.secret(case.fields)], {})
	count(found) == case.count
}

test_once_for_each_section if {
	given := [
		testing.secret({}),
		testing.secret({"id": "s2", "key": "user", "path": ["stringData", "user"]}),
		testing.secret({"id": "s3", "key": "cert", "path": ["stringData", "cert"], "form": "public"}),
		testing.secret({"id": "s4", "key": "more", "path": ["data", "more"]}),
	]
	found := {[violation.item, violation.path, violation.facts, violation.severity] | some violation in rule.violations} with input as _input(given, {})

	found == {
		["o1", ["stringData"], {"keys": ["password", "user"]}, "error"],
		["o1", ["data"], {"keys": ["more"]}, "error"],
	}
}

test_milder_in_tests if {
	found := {violation.severity | some violation in rule.violations} with input as _input([testing.secret({"in_tests": true})], {})
	found == {"warning"}
}

test_address_of_a_repository[note] if {
	some note, case in {
		"without a password": {"secrets": [testing.secret({"key": "url"})], "label": "repository", "count": 0},
		"template of credentials": {"secrets": [testing.secret({"key": "url"})], "label": "repo-creds", "count": 0},
		"of a cluster": {"secrets": [testing.secret({"key": "server"})], "label": "cluster", "count": 0},
		"with its kind": {"secrets": [testing.secret({"key": "url"}), testing.secret({"id": "s2", "key": "type"})], "label": "repository", "count": 0},
		"of another Secret": {"secrets": [testing.secret({"key": "url", "object": "o2"})], "label": "repository", "count": 1},
		"with a password": {"secrets": [testing.secret({"key": "url"}), testing.secret({"id": "s2"})], "label": "repository", "count": 1},
		"of another label": {"secrets": [testing.secret({"key": "url"})], "label": "app", "count": 1},
	}

	object_entry := testing.entry("Secret", {"labels": {"argocd.argoproj.io/secret-type": case.label}}, {})
	found := rule.violations with input as _input(case.secrets, {"Secret": [object_entry]})
	count(found) == case.count
}

test_milder_without_a_credential[note] if {
	some note, case in {
		"user": {"keys": ["username"], "severity": "warning"},
		"user and database": {"keys": ["POSTGRES_USER", "POSTGRES_DB"], "severity": "warning"},
		"user and password": {"keys": ["username", "pw"], "severity": "error"},
	}
	given := [testing.secret({"id": key, "key": key}) | some key in case.keys]
	some violation in rule.violations with input as _input(given, {})
	violation.severity == case.severity
}
