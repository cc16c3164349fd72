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

# Answers for a group, a cluster, a workload and an instance of which the value is not known.
test_variables_that_do_not_apply[variable] if {
	some variable, answers in {
		"request.user.id": ["maybe", "no", "no", "no"],
		"request.groups.id": ["maybe", "no", "no", "no"],
		"request.username": ["maybe", "maybe", "maybe", "maybe"],
		"target.request.user.id": ["maybe", "maybe", "maybe", "maybe"],
		"request.principal.namespace": ["no", "no", "maybe", "no"],
		"request.principal.service_account": ["no", "no", "maybe", "no"],
		"request.principal.cluster_id": ["no", "no", "maybe", "no"],
		"request.principal.type": ["maybe", "maybe", "maybe", "maybe"],
		"instance.compartment.id": ["maybe", "no", "maybe", "maybe"],
		"target.instance.id": ["maybe", "maybe", "maybe", "maybe"],
	}
	[condition.clause([testing.term(variable, "x")], {}, {"kind": kind}) | some kind in ["group", "cluster", "workload", "instance"]] == answers
}

_answer(term, values) := condition.clause([object.union({"variable": "v", "operator": "=", "value_kind": "string"}, term)], values, {"kind": "group"})

_cluster(name) := {"ref": $"oci_containerengine_cluster.{name}", "kind": "resource"}

_ocid(last) := {"ref": $"ocid1.cluster.oc1..{last}", "kind": "ocid"}

test_values[note] if {
	some note, case in {
		"text": {"term": {"value": "SHOP"}, "actual": {"text": "Shop"}, "answer": "yes"},
		"another text": {"term": {"value": "bank"}, "actual": {"text": "shop"}, "answer": "no"},
		"one OCID": {"term": {"value": "OCID1.cluster.oc1..a", "value_kind": "ocid"}, "actual": _ocid("A"), "answer": "yes"},
		"two OCIDs": {"term": {"value": "ocid1.cluster.oc1..b", "value_kind": "ocid"}, "actual": _ocid("a"), "answer": "no"},
		"two OCIDs, one in capitals": {"term": {"value": "OCID1.CLUSTER.OC1..B", "value_kind": "ocid"}, "actual": _ocid("a"), "answer": "no"},
		"an OCID and a text": {"term": {"value": "shop"}, "actual": _ocid("a"), "answer": "maybe"},
		"an OCID and a resource": {"term": {"value": "ocid1.cluster.oc1..b", "value_kind": "ocid"}, "actual": _cluster("c"), "answer": "maybe"},
		"what nobody knows": {"term": {"value": "shop"}, "actual": {}, "answer": "maybe"},
		"a kind that nobody knows": {"term": {"value": "shop", "value_kind": "date"}, "actual": {"text": "shop"}, "answer": "maybe"},
		"in": {"term": {"operator": "in", "values": ["BANK", "shop"], "value_kind": "list"}, "actual": {"text": "Shop"}, "answer": "yes"},
		"not among them": {"term": {"operator": "in", "values": ["bank"], "value_kind": "list"}, "actual": {"text": "shop"}, "answer": "no"},
		"in what is no list": {"term": {"operator": "in", "value": "shop"}, "actual": {"text": "shop"}, "answer": "maybe"},
		"in a list, nobody knows": {"term": {"operator": "in", "values": ["shop"], "value_kind": "list"}, "actual": {}, "answer": "maybe"},
		"not in": {"term": {"operator": "not in", "values": ["bank"], "value_kind": "list"}, "actual": {"text": "shop"}, "answer": "yes"},
		"not in, but there": {"term": {"operator": "not in", "values": ["shop"], "value_kind": "list"}, "actual": {"text": "shop"}, "answer": "no"},
		"not in what is no list": {"term": {"operator": "not in", "value": "bank"}, "actual": {"text": "shop"}, "answer": "maybe"},
	}
	_answer(case.term, {"v": case.actual}) == case.answer
}

test_patterns[pattern] if {
	some pattern, answers in {
		"*": ["yes", "yes", "maybe"],
		"**": ["yes", "yes", "maybe"],
		"SHO*": ["yes", "no", "maybe"],
		"*op": ["yes", "no", "maybe"],
		"*HO*": ["yes", "no", "maybe"],
		"hop*": ["no", "no", "maybe"],
		"*sho": ["no", "no", "maybe"],
		"shop": ["yes", "no", "maybe"],
		"sho": ["no", "no", "maybe"],
		"hop": ["no", "no", "maybe"],
		"*bank": ["no", "yes", "maybe"],
	}
	found := [_answer({"value": pattern, "value_kind": "pattern"}, {"v": actual}) | some actual in [{"text": "Shop"}, {"text": "the bank"}, _ocid("a")]]
	found == answers
}

test_other_things[note] if {
	some note, case in {
		"one resource": {"a": _cluster("a"), "b": _cluster("a"), "answer": "yes"},
		"one resource in two roots": {"a": object.union(_cluster("a"), {"stack": "x"}), "b": object.union(_cluster("a"), {"stack": "y"}), "answer": "no"},
		"two resources": {"a": _cluster("a"), "b": _cluster("b"), "answer": "no"},
		"two OCIDs": {"a": _ocid("a"), "b": _ocid("b"), "answer": "no"},
		"a resource and an OCID": {"a": _cluster("a"), "b": _ocid("b"), "answer": "maybe"},
		"two variables": {"a": {"ref": "var.a"}, "b": {"ref": "var.b"}, "answer": "maybe"},
		"one text": {"a": {"text": "Shop"}, "b": {"text": "shop"}, "answer": "yes"},
		"two texts": {"a": {"text": "shop"}, "b": {"text": "bank"}, "answer": "maybe"},
		"nothing known": {"a": {}, "b": _cluster("a"), "answer": "maybe"},
	}
	_answer({"value": "W", "value_kind": "variable"}, {"v": case.a, "w": case.b}) == case.answer
	hole := object.union({"value_kind": "hole"}, object.remove(case.b, ["kind"]))
	_answer(hole, {"v": case.a}) == case.answer
}

test_comparable[note] if {
	some note, case in {
		"OCIDs": ["ocid1.subnet.oc1..a", "OCID1.vcn.oc1..b", 1],
		"an OCID and a resource": ["ocid1.subnet.oc1..a", "oci_core_subnet.a", 0],
		"a resource and an OCID": ["oci_core_subnet.a", "ocid1.subnet.oc1..a", 0],
		"resources of one type": ["oci_core_subnet.a", "oci_core_subnet.b", 1],
		"one of several": ["oci_core_subnet.a[0]", `oci_core_subnet.a["x"]`, 1],
		"in modules": [`module.a["x"].module.b.oci_core_subnet.a`, "oci_core_subnet.b", 1],
		"resources of two types": ["oci_core_subnet.a", "oci_core_vcn.a", 0],
		"data sources": ["data.oci_core_subnet.a", "data.oci_core_subnet.b", 0],
		"a data source of a module": ["module.a.data.oci_core_subnet.a", "module.b.data.oci_core_subnet.a", 0],
		"variables": ["var.a", "var.b", 0],
		"locals": ["local.a", "local.b", 0],
		"of a loop": ["each.value", "each.key", 0],
		"outputs of modules": ["module.a", "module.b", 0],
		"outputs of a module": ["module.a.subnet_id", "module.a.other_id", 0],
		"attributes": ["oci_core_subnet.a.id", "oci_core_subnet.b.id", 0],
		"one by a variable": ["oci_core_subnet.a[var.x]", "oci_core_subnet.a[var.y]", 1],
	}
	count([1 | condition.comparable(case[0], case[1])]) == case[2]
}

test_literal[text] if {
	some text, answer in {"shop": 1, "": 1, "${var.x}": 0, "$X": 0, "%s": 0, "<name>": 0, "{{ name }}": 0, "[name]": 0}
	count([1 | condition.literal(text)]) == answer
}

test_clauses[note] if {
	cluster := testing.term("target.cluster.id", "shop")
	bank := testing.term("target.cluster.id", "bank")
	unknown := testing.term("request.region", "fra")
	some note, case in {
		"beyond the bound": {"statement": {}, "answer": "maybe"},
		"none": {"statement": {"clauses": []}, "answer": "yes"},
		"one that holds": {"statement": {"clauses": [[cluster]]}, "answer": "yes"},
		"one of two": {"statement": {"clauses": [[bank], [cluster]]}, "answer": "yes"},
		"both terms": {"statement": {"clauses": [[bank, cluster]]}, "answer": "no"},
		"one term and one that may": {"statement": {"clauses": [[cluster, unknown]]}, "answer": "maybe"},
		"none of them": {"statement": {"clauses": [[bank], [bank, unknown]]}, "answer": "no"},
	}
	who := {"kind": "cluster", "values": {}}
	condition.holds(case.statement, {"who": who, "target": {"target.cluster.id": {"text": "shop"}}}) == case.answer
}

test_no_target if condition.holds({"clauses": [[testing.term("v", "x")]]}, {"who": {"kind": "cluster", "values": {"v": {"text": "x"}}}}) == "yes"
