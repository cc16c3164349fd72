package rules.identity["broad-join-verb_test"]

import data.lib.testing
import data.rules.identity["broad-join-verb"] as rule

_given(fields, clause) := {
	"node_pools": [testing.resource("p1", {"mode": "self-managed", "compartment": {"ref": "ocid1.compartment.oc1..nodes", "kind": "ocid"}})],
	"clusters": [],
	"compartments": [],
	"dynamic_groups": [testing.dynamic_group({"clauses": [[clause]]})],
	"statements": [testing.statement(object.union(
		{"verb": "manage", "resources": ["clusters"], "principals": [{"kind": "dynamic-group", "name": "nodes", "hole": false}]},
		fields,
	))],
}

_own := testing.term("instance.compartment.id", "ocid1.compartment.oc1..nodes")

test_reported[note] if {
	some note, case in {
		"clusters": {"fields": {}, "clause": _own, "count": 1},
		"family": {"fields": {"resources": ["cluster-family"]}, "clause": _own, "count": 1},
		"pools": {"fields": {"resources": ["cluster-node-pools"]}, "clause": _own, "count": 0},
		"use": {"fields": {"verb": "use"}, "clause": _own, "count": 0},
		"people": {"fields": {"principals": [{"kind": "group", "name": "nodes", "hole": false}]}, "clause": _own, "count": 0},
		"another group": {"fields": {"principals": [{"kind": "dynamic-group", "name": "operators", "hole": false}]}, "clause": _own, "count": 0},
		"a group without the nodes": {"fields": {}, "clause": testing.term("instance.compartment.id", "ocid1.compartment.oc1..operators"), "count": 0},
		"deny": {"fields": {"effect": "deny"}, "clause": _own, "count": 0},
		"a statement that cannot hold": {"fields": {"verdict": "invalid"}, "clause": _own, "count": 0},
	}

	found := rule.violations with input as _given(case.fields, case.clause)
	count(found) == case.count
}
