package rules.bootstrap["committed-kubeconfig-credential_test"]

import data.rules.bootstrap["committed-kubeconfig-credential"] as rule

_given(value) := {"bootstraps": [], "index": {"objects": {"Config": [{"id": "o1", "group": "", "version": "v1", "value": value}]}}}

_of(group, value) := {"bootstraps": [], "index": {"objects": {"Config": [{"id": "o1", "group": group, "version": "v1", "value": value}]}}}

test_reported[note] if {
	some note, case in {
		"token": {"entry": {"clusters": [{"name": "c"}], "users": [{"name": "u", "user": {"token": "***"}}]}, "severities": {"own"}},
		"client key": {"entry": {"clusters": [{"name": "c"}], "users": [{"name": "u", "user": {"client-key-data": "***"}}]}, "severities": {"own"}},
		"password": {"entry": {"clusters": [{"name": "c"}], "users": [{"name": "u", "user": {"password": "***"}}]}, "severities": {"own"}},
		"command": {"entry": {"clusters": [{"name": "c"}], "users": [{"name": "u", "user": {"exec": {"command": "oci"}}}]}, "severities": set()},
		"file": {"entry": {"clusters": [{"name": "c"}], "users": [{"name": "u", "user": {"tokenFile": "/a"}}]}, "severities": set()},
		"placeholder": {"entry": {"clusters": [{"name": "c"}], "users": [{"name": "u", "user": {"token": "<token>"}}]}, "severities": set()},
		"encrypted": {"entry": {"clusters": [{"name": "c"}], "users": [{"name": "u", "user": {"token": "***"}}], "sops": {"mac": "x"}}, "severities": set()},
		"no clusters": {"entry": {"users": [{"user": {"token": "***"}}]}, "severities": set()},
		"junk": {"entry": {"clusters": [], "users": "x"}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"clusters": [{"name": "c"}], "users": [{"name": "u", "user": {"token": "***"}}]})
	{violation.path | some violation in found} == {["users", 0, "user", "token"]}
}

test_other_kinds_by_that_name if {
	count(rule.violations) == 0 with input as _of("skaffold", {"clusters": [], "users": [{"user": {"token": "***"}}]})
}

test_script if {
	found := rule.violations with input as {"index": {"objects": {}}, "bootstraps": [{"id": "b1", "secrets": ["token"]}]}
	{[violation.item, violation.path, violation.facts.credential] | some violation in found} == {["b1", ["secrets", 0], "a token"]}
}

test_other_versions_of_that_name if {
	value := {"clusters": [], "users": [{"user": {"token": "***"}}]}
	count(rule.violations) == 0 with input as {"bootstraps": [], "index": {"objects": {"Config": [{"id": "o1", "group": "", "version": "v1alpha4", "value": value}]}}}
}
