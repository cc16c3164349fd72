package lib.join_test

import data.lib.join
import data.lib.testing

_compartment := {"ref": "oci_identity_compartment.c", "kind": "resource"}

_cluster := testing.resource("c1", {"address": "oci_containerengine_cluster.main", "compartment": _compartment})

_pool := testing.resource("p1", {
	"address": "oci_core_instance.n",
	"mode": "self-managed",
	"cluster": {"ref": "oci_containerengine_cluster.main", "kind": "resource", "id": "c1"},
	"compartment": _compartment,
	"tags": {"oke.role": "node"},
})

_given(clusters, pools, groups, statements) := {
	"clusters": clusters,
	"node_pools": pools,
	"dynamic_groups": groups,
	"statements": statements,
	"compartments": [testing.resource("k1", {"address": "oci_identity_compartment.c", "name": "c"})],
}

_group(role) := testing.dynamic_group({"clauses": [[testing.term("tag.oke.role.value", role)]]})

test_groups[note] if {
	some note, case in {
		"its own": {"groups": [_group("node")], "ids": ["dg1"], "membership": "yes"},
		"one that may be": {"groups": [testing.dynamic_group({"clauses": null})], "ids": ["dg1"], "membership": "maybe"},
		"another": {"groups": [_group("lb")], "ids": [], "membership": "no"},
		"none": {"groups": [], "ids": [], "membership": "no"},
	}
	given := _given([_cluster], [_pool, object.union(_pool, {"id": "p2", "mode": "managed"})], case.groups, [])
	pools := join.pools with input as given
	[pool.id | some pool in pools] == ["p1"]
	groups := join.groups(_pool) with input as given
	[group.id | some group in groups] == case.ids
	join.membership(_pool) == case.membership with input as given
}

_join(fields) := testing.statement(object.union({"permissions": ["CLUSTER_JOIN"]}, fields))

_in(ref) := {"location": {"kind": "compartment", "ref": ref, "hole": false}}

_of_cluster(ref) := {"clauses": [[{"variable": "target.cluster.id", "operator": "=", "value_kind": "hole", "ref": ref}]]}

test_allowed[note] if {
	some note, case in {
		"anybody": {"statements": [_join({})], "answer": "yes"},
		"nobody": {"statements": [], "answer": "no"},
		"something else": {"statements": [_join({"permissions": ["CLUSTER_USE"]})], "answer": "no"},
		"where the cluster is": {"statements": [_join(_in("oci_identity_compartment.c"))], "answer": "yes"},
		"elsewhere": {"statements": [_join(_in("ocid1.compartment.oc1..x"))], "answer": "maybe"},
		"for the cluster": {"statements": [_join(_of_cluster("oci_containerengine_cluster.main"))], "answer": "yes"},
		"for another cluster": {"statements": [_join(_of_cluster("oci_containerengine_cluster.other"))], "answer": "no"},
	}
	join.allowed(_pool) == case.answer with input as _given([_cluster], [_pool], [], case.statements)
}

# The pool's own words stand for a cluster of another repository, whose compartment is not known.
test_allowed_in_a_cluster_from_elsewhere[note] if {
	some note, case in {
		"anybody": {"statement": _join({}), "answer": "yes"},
		"where it may be": {"statement": _join(_in("oci_identity_compartment.c")), "answer": "maybe"},
		"for it": {"statement": _join(_of_cluster("var.cluster_id")), "answer": "yes"},
		"for what may be it": {"statement": _join(_of_cluster("var.other_id")), "answer": "maybe"},
	}
	pool := object.union(object.remove(_pool, ["cluster"]), {"cluster": {"ref": "var.cluster_id", "kind": "expression"}})
	join.allowed(pool) == case.answer with input as _given([], [pool], [], [case.statement])
}

test_allowed_by_the_module[note] if {
	some note, case in {
		"to it": {"cluster": {}, "pool": {"grants_by_module": ["CLUSTER_JOIN"]}, "answer": "yes"},
		"perhaps": {"cluster": {}, "pool": {"unknown": {"grants_by_module": "var.create"}}, "answer": "maybe"},
		"something else": {"cluster": {}, "pool": {"grants_by_module": ["CLUSTER_USE"]}, "answer": "no"},
		"to those of its compartment": {"cluster": {"grants_by_module": ["CLUSTER_JOIN"]}, "pool": {}, "answer": "maybe"},
		"perhaps to those of its compartment": {"cluster": {"unknown": {"grants_by_module": "var.create"}}, "pool": {}, "answer": "maybe"},
	}
	pool := object.union(_pool, case.pool)
	join.allowed(pool) == case.answer with input as _given([object.union(_cluster, case.cluster)], [pool], [], [])
}

test_severity[note] if {
	some note, case in {
		"beside statements": {"groups": [], "statements": [_join({})], "notation": "terraform", "severity": "error"},
		"beside one group": {"groups": [_group("node")], "statements": [], "notation": "terraform", "severity": "error"},
		"by the module": {"groups": [], "statements": [], "notation": "module", "severity": "warning"},
		"alone": {"groups": [], "statements": [], "notation": "terraform", "severity": "notice"},
	}
	join.severity({"notation": case.notation}) == case.severity with input as _given([], [], case.groups, case.statements)
}
