package lib.grantee_test

import data.lib.grantee
import data.lib.testing

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
	answer := _answer(object.union({"kind": "dynamic-group", "hole": false}, case.principal), group)
	answer == case.answer
}

test_names_of_another_root[stack] if {
	some stack, answer in {"iam": "yes", "oke": "maybe"}
	group := testing.dynamic_group({"address": "oci_identity_dynamic_group.nodes", "stack": "iam"})
	principal := {"kind": "dynamic-group", "name": "${oci_identity_dynamic_group.nodes.name}", "ref": "oci_identity_dynamic_group.nodes", "stack": stack, "hole": true}
	found := _answer(principal, group)
	found == answer
}

_answer(principal, group) := answer if {
	seen := {"dynamic_groups": [group], "statements": [{"principals": [principal]}]}
	answer := object.get(grantee.named[principal], 0, "no") with input as seen
}
