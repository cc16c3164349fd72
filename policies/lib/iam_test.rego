package lib.iam_test

import data.lib.iam
import data.lib.testing

_cluster := testing.resource("c1", {"address": "oci_containerengine_cluster.main", "compartment": {"ref": "ocid1.compartment.oc1..c", "kind": "ocid"}})

_asked(statements) := answer if {
	question := {"want": "use ipv6s", "who": iam.cluster(_cluster), "where": {"ref": "oci_identity_compartment.c", "kind": "resource"}}
	answer := iam.ask(question) with input as _given(statements)
}

_given(statements) := {
	"statements": statements,
	"dynamic_groups": [],
	"compartments": [testing.resource("k1", {
		"address": "oci_identity_compartment.c",
		"name": "c",
		"path": ["company", "c"],
		"ancestors": ["oci_identity_compartment.company", "var.tenancy_ocid"],
		"ancestors_known": true,
	})],
}

_allow(fields) := testing.statement(object.union({"permissions": ["use ipv6s"]}, fields))

_deny(fields) := _allow(object.union({"effect": "deny"}, fields))

_type(value) := {"clauses": [[testing.term("request.principal.type", value)]]}

_maybe := {"clauses": [[testing.term("request.operation", "CreateIpv6")]]}

test_answers[note] if {
	some note, case in {
		"nothing": {"statements": [], "answer": "no"},
		"allow": {"statements": [_allow({})], "answer": "yes"},
		"another permission": {"statements": [_allow({"permissions": ["use keys"]})], "answer": "no"},
		"doubtful permission": {"statements": [_allow({"permissions": [], "doubtful": ["use ipv6s"]})], "answer": "maybe"},
		"invalid statement": {"statements": [_allow({"verdict": "invalid"})], "answer": "maybe"},
		"condition that holds": {"statements": [_allow(_type("cluster"))], "answer": "yes"},
		"condition that fails": {"statements": [_allow(_type("nodepool"))], "answer": "no"},
		"condition that may hold": {"statements": [_allow(_maybe)], "answer": "maybe"},
		"condition that cannot be read": {"statements": [_allow({"clauses": null})], "answer": "maybe"},
		"one of two clauses": {"statements": [_allow({"clauses": [[testing.term("request.principal.type", "nodepool")], []]})], "answer": "yes"},
		"deny over allow": {"statements": [_allow({}), _deny({})], "answer": "no"},
		"deny that may hold": {"statements": [_allow({}), _deny(_maybe)], "answer": "maybe"},
		"deny that fails": {"statements": [_allow({}), _deny(_type("nodepool"))], "answer": "yes"},
		"deny that may exist": {"statements": [_allow({}), _deny({"existence": "possible"})], "answer": "maybe"},
		"allow that may exist": {"statements": [_allow({"existence": "possible"})], "answer": "yes"},
		"yes beside maybe": {"statements": [_allow(_maybe), _allow({})], "answer": "yes"},
		"endorse": {"statements": [_allow({"effect": "endorse"})], "answer": "no"},
		"unknown subject": {"statements": [_allow({"principals": [{"kind": "any-user", "hole": true}]})], "answer": "maybe"},
		"any group": {"statements": [_allow({"principals": [{"kind": "any-group", "hole": false}]})], "answer": "maybe"},
		"group": {"statements": [_allow({"principals": [{"kind": "group", "name": "a", "hole": false}]})], "answer": "no"},
	}

	_asked(case.statements) == case.answer
}

test_locations[note] if {
	some note, case in {
		"reference": {"location": {"ref": "oci_identity_compartment.c"}, "answer": "yes"},
		"parent": {"location": {"ref": "oci_identity_compartment.company"}, "answer": "yes"},
		"tenancy by variable": {"location": {"ref": "var.tenancy_ocid"}, "answer": "yes"},
		"tenancy by OCID": {"location": {"ref": "ocid1.tenancy.oc1..t"}, "answer": "yes"},
		"another resource": {"location": {"ref": "oci_identity_compartment.other"}, "answer": "no"},
		"a variable": {"location": {"ref": "var.compartment", "hole": true}, "answer": "maybe"},
		"an OCID": {"location": {"ref": "ocid1.compartment.oc1..x"}, "answer": "maybe"},
		"name": {"location": {"path": ["C"]}, "answer": "yes"},
		"parent's name": {"location": {"path": ["company"]}, "answer": "yes"},
		"another name": {"location": {"path": ["d"]}, "answer": "maybe"},
		"unknown": {"location": {"kind": "unknown", "hole": true}, "answer": "maybe"},
	}

	_asked([_allow({"location": object.union({"kind": "compartment", "hole": false}, case.location)})]) == case.answer
}

test_paths_from_the_attachment[note] if {
	some note, case in {
		"whole path": {"path": ["company", "c"], "attachment": "var.tenancy_ocid", "answer": "yes"},
		"parent": {"path": ["company"], "attachment": "var.tenancy_ocid", "answer": "yes"},
		"name alone, too deep": {"path": ["c"], "attachment": "var.tenancy_ocid", "answer": "no"},
		"below": {"path": ["company", "c", "d"], "attachment": "var.tenancy_ocid", "answer": "no"},
		"unknown attachment": {"path": ["c"], "attachment": "var.compartment", "answer": "yes"},
		"itself": {"path": ["c"], "attachment": "oci_identity_compartment.c", "answer": "yes"},
		"a child of the attachment": {"path": ["d"], "attachment": "oci_identity_compartment.c", "answer": "no"},
	}

	statement := _allow({
		"location": {"kind": "compartment", "path": case.path, "hole": false},
		"attachment": {"ref": case.attachment, "kind": "expression"},
	})
	_asked([statement]) == case.answer
}

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

	statement := _allow({"clauses": [[object.union({"variable": "request.principal.type"}, case.term)]]})
	_asked([statement]) == case.answer
}

test_groups[note] if {
	some note, case in {
		"name": {"principal": {"name": "Nodes"}, "group": {}, "answer": "yes"},
		"default domain": {"principal": {"name": "nodes", "domain": "default"}, "group": {}, "answer": "yes"},
		"another domain": {"principal": {"name": "nodes", "domain": "x"}, "group": {}, "answer": "no"},
		"both in another domain": {"principal": {"name": "nodes", "domain": "x"}, "group": {"domain": "X"}, "answer": "yes"},
		"domain that is not known": {"principal": {"name": "nodes", "domain": "x"}, "group": {"domain": "${var.d}"}, "answer": "maybe"},
		"OCID": {"principal": {"ocid": "ocid1.dynamicgroup.oc1..g"}, "group": {"ocid": "ocid1.dynamicgroup.oc1..g"}, "answer": "yes"},
		"OCID of nobody knows whom": {"principal": {"ocid": "ocid1.dynamicgroup.oc1..g"}, "group": {}, "answer": "maybe"},
		"reference": {"principal": {"ref": "dg1", "hole": true}, "group": {}, "answer": "yes"},
		"another name": {"principal": {"name": "others"}, "group": {}, "answer": "no"},
		"name with a placeholder": {"principal": {"name": "${var.n}", "hole": true}, "group": {}, "answer": "maybe"},
	}

	group := testing.dynamic_group(object.union({"address": "dg1"}, case.group))
	answer := iam.names(object.union({"kind": "dynamic-group", "hole": false}, case.principal), group) with input as {"dynamic_groups": [group]}
	answer == case.answer
}

_compartment(fields) := object.union(testing.resource("k1", {"address": "oci_identity_compartment.c", "name": "oke", "ancestors": ["var.parent"], "ancestors_known": false}), fields)

# The same words in another root module are about something else.
test_stacks[note] if {
	some note, case in {
		"one root": {"location": {"ref": "oci_identity_compartment.c"}, "where": {"ref": "var.parent", "kind": "expression"}, "compartment": {}, "answer": "no"},
		"below what has the same name in another root": {
			"location": {"ref": "oci_identity_compartment.c", "stack": "iam"},
			"where": {"ref": "var.parent", "kind": "expression", "stack": "oke"},
			"compartment": {"stack": "iam"},
			"answer": "maybe",
		},
		"below what has the name in its own root": {
			"location": {"ref": "oci_identity_compartment.c", "stack": "iam"},
			"where": {"ref": "var.parent", "kind": "expression", "stack": "iam"},
			"compartment": {"stack": "iam"},
			"answer": "no",
		},
		"the same expression in another root": {
			"location": {"ref": "var.parent", "stack": "iam", "hole": true},
			"where": {"ref": "var.parent", "kind": "expression", "stack": "oke"},
			"compartment": {"stack": "iam"},
			"answer": "maybe",
		},
		"the same expression in its own root": {
			"location": {"ref": "var.parent", "stack": "oke", "hole": true},
			"where": {"ref": "var.parent", "kind": "expression", "stack": "oke"},
			"compartment": {"stack": "iam"},
			"answer": "yes",
		},
		"an OCID": {
			"location": {"ref": "ocid1.compartment.oc1..c", "stack": "iam"},
			"where": {"ref": "ocid1.compartment.oc1..c", "kind": "ocid"},
			"compartment": {"stack": "iam"},
			"answer": "yes",
		},
	}
	given := {
		"compartments": [_compartment(case.compartment)],
		"statements": [testing.statement({"permissions": ["use ipv6s"], "location": object.union({"kind": "compartment", "hole": false}, case.location)})],
		"dynamic_groups": [],
		"clusters": [],
	}
	answer := iam.ask({"want": "use ipv6s", "who": iam.cluster(_cluster), "where": case.where}) with input as given
	answer == case.answer
}

test_names_of_another_root[stack] if {
	some stack, answer in {"iam": "yes", "oke": "maybe"}
	group := testing.dynamic_group({"address": "oci_identity_dynamic_group.nodes", "stack": "iam"})
	principal := {"kind": "dynamic-group", "name": "${oci_identity_dynamic_group.nodes.name}", "ref": "oci_identity_dynamic_group.nodes", "stack": stack, "hole": true}
	found := iam.names(principal, group) with input as {"dynamic_groups": [group]}
	found == answer
}
