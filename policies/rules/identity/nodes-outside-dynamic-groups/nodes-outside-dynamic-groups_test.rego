package rules.identity["nodes-outside-dynamic-groups_test"]

import data.lib.testing
import data.rules.identity["nodes-outside-dynamic-groups"] as rule

_ocid(name) := {"ref": $"ocid1.compartment.oc1..{name}", "kind": "ocid"}

_group(place) := testing.dynamic_group({"clauses": [[testing.term("instance.compartment.id", $"ocid1.compartment.oc1..{place}")]]})

_tagged(role) := testing.dynamic_group({"clauses": [[testing.term("tag.oke.role.value", role)]]})

_join(name) := testing.statement({"permissions": ["CLUSTER_JOIN"], "principals": [{"kind": "dynamic-group", "name": name, "hole": false}]})

_given(pool, groups, statements) := _made_by({}, pool, groups, statements)

_made_by(cluster, pool, groups, statements) := {
	"node_pools": [testing.resource("p1", object.union({"mode": "self-managed", "compartment": _ocid("nodes")}, pool))],
	"clusters": [testing.resource("c1", object.union({"compartment": _ocid("clusters")}, cluster))],
	"compartments": [],
	"dynamic_groups": groups,
	"statements": statements,
}

test_severity[note] if {
	some note, case in {
		"in a group that may join": {"given": _given({}, [_group("nodes")], [_join("nodes")]), "severities": set()},
		"in a group that may not": {"given": _given({}, [_group("nodes")], [testing.statement({})]), "severities": set()},
		"in no group": {"given": _given({}, [_group("other")], [_join("nodes")]), "severities": {"error"}},
		"no group at all": {"given": _given({}, [], [testing.statement({})]), "severities": {"error"}},
		"a group that another repository defines": {"given": _given({}, [], [_join("elsewhere")]), "severities": set()},
		"a place that is not known": {"given": _given({"compartment": {"ref": "var.c", "kind": "expression"}}, [_group("other")], [_join("nodes")]), "severities": set()},
		"no identity": {"given": _given({}, [], []), "severities": {"notice"}},
		"no identity, by the module": {"given": _given({"notation": "module"}, [], []), "severities": {"warning"}},
		"by the module, which makes its policies": {"given": _given({"notation": "module", "grants_by_module": ["CLUSTER_JOIN"]}, [], [testing.statement({})]), "severities": set()},
		"by the module, which makes other policies": {"given": _given({"notation": "module", "grants_by_module": ["use keys"]}, [], [testing.statement({})]), "severities": {"error"}},
		"by the module, which may make policies": {"given": _given({"notation": "module", "unknown": {"grants_by_module": "var.iam"}}, [], []), "severities": set()},
		"beside a module that makes its policies": {
			"given": object.union(_given({}, [], [testing.statement({})]), {"clusters": [testing.resource("c1", {"grants_by_module": ["CLUSTER_JOIN"]})]}),
			"severities": set(),
		},
		"in a group by its tag": {"given": _given({"tags": {"oke.role": "worker"}}, [_tagged("worker")], [_join("nodes")]), "severities": set()},
		"in a group of another tag": {"given": _given({"tags": {"oke.role": "worker"}}, [_tagged("master")], [_join("nodes")]), "severities": {"error"}},
		"with a tag that may come from defaults": {"given": _given({"tags": {"oke.other": "x"}}, [_tagged("master")], [_join("nodes")]), "severities": set()},
		"managed nodes": {"given": _given({"mode": "managed"}, [], [testing.statement({})]), "severities": set()},
	}

	found := rule.violations with input as case.given
	{violation.severity | some violation in found} == case.severities
}

test_counts_what_stays_open[note] if {
	some note, case in {
		"a group that another repository defines": {"given": _given({}, [], [_join("elsewhere")]), "count": 1},
		"perhaps by the module": {"given": _given({"notation": "module", "unknown": {"grants_by_module": "var.iam"}}, [], [testing.statement({})]), "count": 1},
		"perhaps by the module, no identity here": {"given": _given({"notation": "module", "unknown": {"grants_by_module": "var.iam"}}, [], []), "count": 0},
		"in no group": {"given": _given({}, [_group("other")], [_join("nodes")]), "count": 0},
		"in a group that may join": {"given": _given({}, [_group("nodes")], [_join("nodes")]), "count": 0},
	}
	count(rule.undecided) == case.count with input as case.given
}
