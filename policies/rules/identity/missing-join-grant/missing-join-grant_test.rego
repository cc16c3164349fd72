package rules.identity["missing-join-grant_test"]

import data.lib.testing
import data.rules.identity["missing-join-grant"] as rule

_ocid(name) := {"ref": $"ocid1.compartment.oc1..{name}", "kind": "ocid"}

_group(place) := testing.dynamic_group({"clauses": [[testing.term("instance.compartment.id", $"ocid1.compartment.oc1..{place}")]]})

_join(name) := testing.statement({"permissions": ["CLUSTER_JOIN"], "principals": [{"kind": "dynamic-group", "name": name, "hole": false}]})

_given(pool, groups, statements) := _made_by({}, pool, groups, statements)

_made_by(cluster, pool, groups, statements) := {
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "compartment": _ocid("nodes")}, pool))],
	"clusters": [testing.resource("c1", object.union({"compartment": _ocid("clusters")}, cluster))],
	"compartments": [],
	"dynamic_groups": groups,
	"statements": statements,
}

test_reported[note] if {
	some note, case in {
		"in a group that may join": {"given": _given({}, [_group("nodes")], [_join("nodes")]), "count": 0},
		"another group may": {"given": _given({}, [_group("nodes")], [_join("workers")]), "count": 1},
		"nothing granted": {"given": _given({}, [_group("nodes")], []), "count": 1},
		"in no group": {"given": _given({}, [_group("other")], [_join("nodes")]), "count": 0},
		"perhaps in a group": {"given": _given({}, [testing.dynamic_group({"clauses": null})], [testing.statement({})]), "count": 1},
		"the module makes it": {"given": _made_by({"grants_by_module": ["CLUSTER_JOIN"]}, {"notation": "module"}, [_group("nodes")], []), "count": 0},
		"managed nodes": {"given": _given({"mode": "managed"}, [_group("nodes")], []), "count": 0},
	}

	found := rule.violations with input as case.given
	count(found) == case.count
}

test_names_the_group if {
	found := rule.violations with input as _given({}, [_group("nodes")], [])
	{violation.related[0].item | some violation in found} == {"dg1"}
}
