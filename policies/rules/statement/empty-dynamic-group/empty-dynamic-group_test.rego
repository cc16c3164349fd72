package rules.statement["empty-dynamic-group_test"]

import data.lib.testing
import data.rules.statement["empty-dynamic-group"] as rule

_a := testing.term("instance.id", "ocid1.instance.oc1..a")

_b := testing.term("instance.id", "ocid1.instance.oc1..b")

_c := testing.term("instance.compartment.id", "ocid1.compartment.oc1..c")

test_reported[note] if {
	some note, case in {
		"two ids": {"clauses": [[_a, _b]], "count": 1},
		"id and compartment": {"clauses": [[_a, _c]], "count": 0},
		"any of two": {"clauses": [[_a], [_b]], "count": 0},
		"one way out": {"clauses": [[_a, _b], [_c]], "count": 0},
		"the same twice": {"clauses": [[_a, _a]], "count": 0},
		"other than": {"clauses": [[_a, object.union(_b, {"operator": "!="})]], "count": 0},
		"placeholders": {"clauses": [[{"variable": "instance.id", "operator": "=", "value_kind": "hole"}, _a]], "count": 0},
		"unknown": {"clauses": null, "count": 0},
	}

	found := rule.violations with input as {"dynamic_groups": [testing.dynamic_group({"clauses": case.clauses})]}
	count(found) == case.count
}
