package rules.statement["unlimited-any-user_test"]

import data.lib.testing
import data.rules.statement["unlimited-any-user"] as rule

_type := testing.term("request.principal.type", "cluster")

_target := testing.term("target.key.id", "ocid1.key.oc1..k")

_own := {"variable": "target.resource.tag.a.b", "operator": "=", "value": "request.principal.group.tag.a.b", "value_kind": "variable"}

test_reported[note] if {
	some note, case in {
		"no condition": {"fields": {"clauses": []}, "count": 1},
		"target only": {"fields": {"clauses": [[_target]]}, "count": 1},
		"type or target": {"fields": {"clauses": [[_type], [_target]]}, "count": 1},
		"type": {"fields": {"clauses": [[_type]]}, "count": 0},
		"type and target": {"fields": {"clauses": [[_type, _target]]}, "count": 0},
		"own tag": {"fields": {"clauses": [[_own]]}, "count": 0},
		"group of people": {"fields": {"clauses": [[testing.term("request.groups.id", "x")]]}, "count": 0},
		"condition that cannot be read": {"fields": {"clauses": null}, "count": 0},
		"reading": {"fields": {"clauses": [], "verb": "inspect"}, "count": 0},
		"reading contents": {"fields": {"clauses": [], "verb": "read"}, "count": 0},
		"using": {"fields": {"clauses": [], "verb": "use"}, "count": 1},
		"invalid": {"fields": {"clauses": [], "verdict": "invalid"}, "count": 0},
		"target that cannot be read": {"fields": {"clauses": [[{"variable": "target.key.id", "operator": "=", "value_kind": "hole"}]]}, "count": 0},
		"target by another variable": {"fields": {"clauses": [[object.union(_own, {"value": "target.key.id"})]]}, "count": 1},
		"target by a text like it": {"fields": {"clauses": [[object.union(_own, {"value_kind": "string"})]]}, "count": 1},
		"group": {"fields": {"clauses": [], "principals": [{"kind": "group", "name": "a", "hole": false}]}, "count": 0},
		"placeholder": {"fields": {"clauses": [], "principals": [{"kind": "any-user", "hole": true}]}, "count": 0},
		"deny": {"fields": {"clauses": [], "effect": "deny"}, "count": 0},
		"endorse": {"fields": {"clauses": [], "effect": "endorse"}, "count": 0},
	}

	found := rule.violations with input as {"statements": [testing.statement(case.fields)]}
	count(found) == case.count
}

test_requirement_where_it_grants_what_clusters_need[resource] if {
	some resource, ids in {"private-ips": ["CNI-14"], "Instances": ["CNI-14"], "objects": []}
	statement := testing.statement({"clauses": [], "resources": [resource]})
	found := rule.violations with input as {"statements": [statement]}
	{violation.requirements | some violation in found} == {ids}
}
