package rules.identity["wide-join-group_test"]

import data.lib.testing
import data.rules.identity["wide-join-group"] as rule

_given(fields, clauses) := {
	"statements": [testing.statement(object.union({"permissions": ["CLUSTER_JOIN"], "principals": [{"kind": "dynamic-group", "name": "nodes", "hole": false}]}, fields))],
	"dynamic_groups": [testing.dynamic_group({"clauses": clauses})],
}

_compartment := testing.term("instance.compartment.id", "ocid1.compartment.oc1..c")

_tenancy := testing.term("instance.compartment.id", "ocid1.tenancy.oc1..t")

_type := testing.term("resource.type", "instance")

_not := object.union(testing.term("instance.id", ""), {"operator": "!="})

test_reported[note] if {
	some note, case in {
		"compartment": {"fields": {}, "clauses": [[_compartment]], "count": 0},
		"tenancy": {"fields": {}, "clauses": [[_tenancy]], "count": 1},
		"tenancy by reference": {"fields": {}, "clauses": [[{"variable": "instance.compartment.id", "operator": "=", "value_kind": "hole", "ref": "var.tenancy_ocid"}]], "count": 1},
		"type alone": {"fields": {}, "clauses": [[_type]], "count": 1},
		"type and compartment": {"fields": {}, "clauses": [[_type, _compartment]], "count": 0},
		"all but one": {"fields": {}, "clauses": [[_not]], "count": 1},
		"compartment or all but one": {"fields": {}, "clauses": [[_compartment], [_not]], "count": 1},
		"tag": {"fields": {}, "clauses": [[testing.term("tag.a.b.value", "c")]], "count": 0},
		"another group": {"fields": {"principals": [{"kind": "dynamic-group", "name": "others", "hole": false}]}, "clauses": [[_type]], "count": 0},
		"another permission": {"fields": {"permissions": ["use keys"]}, "clauses": [[_type]], "count": 0},
		"deny": {"fields": {"effect": "deny"}, "clauses": [[_type]], "count": 0},
		"tenancy as the compartment of any resource": {"fields": {}, "clauses": [[testing.term("resource.compartment.id", "ocid1.tenancy.oc1..t")]], "count": 1},
		"a tag that says tenancy": {"fields": {}, "clauses": [[testing.term("tag.oke.scope.value", "tenancy")]], "count": 0},
	}

	found := rule.violations with input as _given(case.fields, case.clauses)
	count(found) == case.count
}
