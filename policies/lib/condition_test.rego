package lib.condition_test

import data.lib.condition
import data.lib.grantee
import data.lib.testing

test_terms[note] if {
	some note, case in {
		"equal, other case": {"term": {"operator": "=", "value": "CLUSTER", "value_kind": "string"}, "answer": "yes"},
		"not equal": {"term": {"operator": "!=", "value": "cluster", "value_kind": "string"}, "answer": "no"},
		"pattern": {"term": {"operator": "=", "value": "clu*", "value_kind": "pattern"}, "answer": "yes"},
		"pattern at the end": {"term": {"operator": "=", "value": "*ster", "value_kind": "pattern"}, "answer": "yes"},
		"pattern inside": {"term": {"operator": "=", "value": "*lust*", "value_kind": "pattern"}, "answer": "yes"},
		"pattern that fails": {"term": {"operator": "=", "value": "node*", "value_kind": "pattern"}, "answer": "no"},
		"not a pattern": {"term": {"operator": "!=", "value": "node*", "value_kind": "pattern"}, "answer": "yes"},
		"in": {"term": {"operator": "in", "values": ["a", "cluster"], "value_kind": "list"}, "answer": "yes"},
		"not in": {"term": {"operator": "not in", "values": ["a", "cluster"], "value_kind": "list"}, "answer": "no"},
		"present": {"term": {"operator": "present", "value_kind": "string"}, "answer": "yes"},
		"absent": {"term": {"operator": "absent", "value_kind": "string"}, "answer": "no"},
		"placeholder": {"term": {"operator": "=", "value_kind": "hole", "ref": "var.x"}, "answer": "maybe"},
		"same variable": {"term": {"operator": "=", "value": "request.principal.type", "value_kind": "variable"}, "answer": "yes"},
		"unknown variable": {"term": {"operator": "=", "value": "target.x", "value_kind": "variable"}, "answer": "maybe"},
		"another operator": {"term": {"operator": "before", "value": "x", "value_kind": "string"}, "answer": "maybe"},
	}

	statement := testing.statement({"clauses": [[object.union({"variable": "request.principal.type"}, case.term)]]})
	condition.holds(statement, {"who": grantee.cluster({})}) == case.answer
}
