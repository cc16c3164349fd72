package rules.statement["tenancy-wide-join-grant_test"]

import data.lib.testing
import data.rules.statement["tenancy-wide-join-grant"] as rule

_given(fields) := {"statements": [testing.statement(object.union(
	{"permissions": ["CLUSTER_JOIN"], "location": {"kind": "tenancy", "hole": false}},
	fields,
))]}

test_reported[note] if {
	some note, case in {
		"tenancy": {"fields": {}, "count": 1},
		"root compartment": {"fields": {"location": {"kind": "compartment", "ref": "var.tenancy_ocid", "hole": true}}, "count": 1},
		"another compartment's OCID": {"fields": {"location": {"kind": "compartment", "ref": "var.compartment_ocid", "hole": true}}, "count": 0},
		"compartment": {"fields": {"location": {"kind": "compartment", "path": ["c"], "hole": false}}, "count": 0},
		"one cluster": {"fields": {"clauses": [[testing.term("target.cluster.id", "ocid1.cluster.oc1..c")]]}, "count": 0},
		"condition that cannot be read": {"fields": {"clauses": null}, "count": 0},
		"deny": {"fields": {"effect": "deny"}, "count": 0},
		"verb": {"fields": {"verb": "manage"}, "count": 0},
		"another permission": {"fields": {"permissions": ["CLUSTER_READ"]}, "count": 0},
		"invalid": {"fields": {"verdict": "invalid"}, "count": 0},
	}

	found := rule.violations with input as _given(case.fields)
	count(found) == case.count
}

test_points_at_the_location if {
	found := rule.violations with input as _given({})
	found == {{"item": "st1", "path": ["location"], "facts": {}}}
}
