package lib.iam_test

import data.lib.grantee
import data.lib.iam
import data.lib.testing

_cluster := testing.resource("c1", {"address": "oci_containerengine_cluster.main", "compartment": {"ref": "ocid1.compartment.oc1..c", "kind": "ocid"}})

_asked(statements) := answer if {
	question := {"want": "use ipv6s", "who": grantee.cluster(_cluster), "where": {"ref": "oci_identity_compartment.c", "kind": "resource"}}
	answer := iam.ask(question) with input as _given(statements)
}

_given(statements) := {
	"statements": statements,
	"dynamic_groups": [],
	"compartments": [testing.resource("k1", {"address": "oci_identity_compartment.c", "name": "c"})],
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
	answer := iam.ask({"want": "use ipv6s", "who": grantee.cluster(_cluster), "where": case.where}) with input as given
	answer == case.answer
}

test_present[note] if {
	some note, case in {
		"statements": {"statements": [{}], "dynamic_groups": [], "count": 1},
		"dynamic groups": {"statements": [], "dynamic_groups": [{}], "count": 1},
		"nothing": {"statements": [], "dynamic_groups": [], "count": 0},
	}
	found := [1 | iam.present] with input as case
	count(found) == case.count
}
