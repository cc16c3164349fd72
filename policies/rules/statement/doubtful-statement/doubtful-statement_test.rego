package rules.statement["doubtful-statement_test"]

import data.lib.testing
import data.rules.statement["doubtful-statement"] as rule

_given(code, severity) := {
	"statements": [testing.resource("x1", {
		"verdict": "valid",
		"problems": [{"code": code, "severity": severity, "message": "Hm.", "start": 1, "end": 2}],
	})],
	"dynamic_groups": [],
}

test_reported[note] if {
	some note, case in {
		"warning": {"given": _given("iam/double-quotes", "warning"), "severities": {"warning"}},
		"notice": {"given": _given("iam/unquoted-ocid", "notice"), "severities": {"notice"}},
		"near miss of a type": {"given": _given("iam/unknown-resource-type", "warning"), "severities": {"warning"}},
		"type that nobody here knows": {"given": _given("iam/unknown-resource-type", "notice"), "severities": set()},
		"permission that nobody here knows": {"given": _given("iam/unknown-permission", "notice"), "severities": set()},
		"error": {"given": _given("iam/unknown-verb", "error"), "severities": set()},
	}

	found := rule.violations with input as case.given
	{violation.severity | some violation in found} == case.severities
}

test_requirements_are_those_that_the_statement_touches[note] if {
	some note, case in {
		"join, in Oracle's own spelling": {"text": "Allow dynamic-group n to {CLUSTER_JOIN} in tenancy where { target.cluster.id = \"c\" }", "code": "iam/bare-braces", "ids": []},
		"join, by a name that is nearly right": {"text": "Allow dynamic-group n to manage clusters in tenancy where target.clusterid = 'c'", "code": "iam/unknown-variable", "ids": ["SMN-05"]},
		"something else": {"text": "Allow group g to use bucket in tenancy", "code": "iam/resource-type-alias", "ids": []},
	}

	given := {
		"statements": [testing.resource("x1", {
			"text": case.text,
			"problems": [{"code": case.code, "severity": "warning", "message": "Hm.", "start": 1, "end": 2}],
		})],
		"dynamic_groups": [],
	}
	found := rule.violations with input as given
	{violation.requirements | some violation in found} == {case.ids}
}
