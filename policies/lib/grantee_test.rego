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
		"another OCID": {"principal": {"ocid": "ocid1.dynamicgroup.oc1..h"}, "group": {"ocid": "ocid1.dynamicgroup.oc1..g"}, "answer": "no"},
		"OCID of nobody knows whom": {"principal": {"ocid": "ocid1.dynamicgroup.oc1..g"}, "group": {}, "answer": "maybe"},
		"reference": {"principal": {"ref": "dg1", "hole": true}, "group": {}, "answer": "yes"},
		"another name": {"principal": {"name": "others"}, "group": {}, "answer": "no"},
		"name in capitals in both": {"principal": {"name": "NODES"}, "group": {"name": "Nodes"}, "answer": "yes"},
		"group whose name has a placeholder": {"principal": {"name": "nodes"}, "group": {"name": "${var.n}"}, "answer": "maybe"},
		"domain with a placeholder": {"principal": {"name": "nodes", "domain": "${var.d}"}, "group": {}, "answer": "maybe"},
		"group of another domain": {"principal": {"name": "nodes"}, "group": {"domain": "x"}, "answer": "no"},
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

# A reference means what it leads to, and no other group of its name.
test_reference_among_groups if {
	groups := [testing.dynamic_group({"id": "dg1", "address": "a"}), testing.dynamic_group({"id": "dg2", "address": "b"})]
	principal := {"kind": "dynamic-group", "name": "nodes", "ref": "a", "hole": true}
	given := {"dynamic_groups": groups, "statements": [{"principals": [principal]}]}
	grantee.named[principal] == {0: "yes"} with input as given
	found := grantee.groups(principal) with input as given
	[group.id | some group in found] == ["dg1"]
}

test_only_groups_that_may_be_meant if {
	principals := [{"kind": "dynamic-group", "name": "others", "hole": false}, {"kind": "group", "name": "nodes", "hole": false}]
	given := {"dynamic_groups": [testing.dynamic_group({})], "statements": [{"principals": principals}]}
	grantee.named == {principals[0]: {}} with input as given
}

_compartment := {"ref": "var.compartment_id", "kind": "expression"}

_cluster := testing.resource("c1", {"address": "oci_containerengine_cluster.c", "stack": "dev", "compartment": _compartment})

_called(address) := {"ref": address, "kind": "resource", "stack": "dev"}

_pool := testing.resource("p1", {"address": "oci_core_instance.n", "stack": "dev", "compartment": _compartment, "tags": {"oke.role": "node"}})

_at_home := {"dynamic_groups": [], "statements": []}

test_cluster if {
	asked := grantee.cluster(_cluster) with input as _at_home
	asked == {
		"kind": "cluster",
		"strangers": "maybe",
		"values": {
			"request.principal.type": {"text": "cluster"},
			"request.principal.id": _called("oci_containerengine_cluster.c"),
			"request.principal.compartment.id": _compartment,
		},
		"member": {
			"resource.type": {"text": "cluster"},
			"resource.id": _called("oci_containerengine_cluster.c"),
			"resource.compartment.id": _compartment,
		},
		"groups": {},
	}
}

test_workload if {
	grantee.workload({"text": "shop"}, {"text": "web"}, _cluster) == {
		"kind": "workload",
		"strangers": "no",
		"values": {
			"request.principal.type": {"text": "workload"},
			"request.principal.namespace": {"text": "shop"},
			"request.principal.service_account": {"text": "web"},
			"request.principal.cluster_id": _called("oci_containerengine_cluster.c"),
			"request.principal.id": {},
		},
		"member": {},
	}
	grantee.workload({}, {}, {}).values["request.principal.cluster_id"] == {}
}

test_instance if {
	asked := grantee.instance(_pool) with input as _at_home
	asked == {
		"kind": "instance",
		"strangers": "maybe",
		"values": {
			"request.principal.type": {"text": "instance"},
			"request.principal.id": _called("oci_core_instance.n"),
			"request.principal.compartment.id": _compartment,
		},
		"member": {
			"instance.id": _called("oci_core_instance.n"),
			"instance.compartment.id": _compartment,
			"resource.type": {"text": "instance"},
			"resource.id": {},
			"resource.compartment.id": {},
			"tag.oke.role.value": {"text": "node"},
		},
		"groups": {},
	}
}

# What a dynamic group takes in; a statement that names another group means others only where the own one is shown.
test_instance_in_groups[note] if {
	some note, case in {
		"its tag": {"group": {"clauses": [[testing.term("tag.oke.role.value", "node")]]}, "groups": {0: "yes"}, "strangers": "no"},
		"another tag": {"group": {"clauses": [[testing.term("tag.oke.role.value", "lb")]]}, "groups": {}, "strangers": "maybe"},
		"what cannot be known": {"group": {"clauses": [[testing.term("tag.oke.zone.value", "a")]]}, "groups": {0: "maybe"}, "strangers": "maybe"},
		"rule that cannot be read": {"group": {"clauses": null}, "groups": {0: "maybe"}, "strangers": "maybe"},
		"rule that is none": {"group": {"verdict": "invalid"}, "groups": {0: "maybe"}, "strangers": "maybe"},
	}
	given := {"dynamic_groups": [testing.dynamic_group(case.group)], "statements": []}
	asked := grantee.instance(_pool) with input as given
	[asked.groups, asked.strangers] == [case.groups, case.strangers]
}

_everything := {"clauses": [[]]}

_group(name) := {"kind": "group", "name": name, "hole": false}

_dynamic_group(name) := {"kind": "dynamic-group", "name": name, "hole": false}

# Answers for a cluster, a workload, an instance and the members of the group `nodes`; the dynamic group `nodes` takes in everything.
test_subjects[note] if {
	some note, case in {
		"any user": {"principal": {"kind": "any-user", "hole": false}, "answers": ["yes", "yes", "yes", "yes"]},
		"any user, perhaps": {"principal": {"kind": "any-user", "hole": true}, "answers": ["maybe", "maybe", "maybe", "maybe"]},
		"any group": {"principal": {"kind": "any-group", "hole": false}, "answers": ["maybe", "maybe", "yes", "yes"]},
		"any group, perhaps": {"principal": {"kind": "any-group", "hole": true}, "answers": ["maybe", "maybe", "maybe", "maybe"]},
		"the group": {"principal": _group("nodes"), "answers": ["no", "no", "no", "yes"]},
		"another group": {"principal": _group("others"), "answers": ["no", "no", "no", "no"]},
		"some group": {"principal": {"kind": "group", "name": "${var.g}", "hole": true}, "answers": ["no", "no", "no", "maybe"]},
		"a service of the name": {"principal": {"kind": "service", "name": "nodes", "hole": false}, "answers": ["no", "no", "no", "no"]},
		"the dynamic group": {"principal": _dynamic_group("nodes"), "answers": ["yes", "no", "yes", "no"]},
		"another dynamic group": {"principal": _dynamic_group("others"), "answers": ["maybe", "no", "no", "no"]},
	}
	given := {"dynamic_groups": [testing.dynamic_group(_everything)], "statements": [{"principals": [case.principal]}]}
	answers := [
		_included(case.principal, grantee.cluster(_cluster)),
		_included(case.principal, grantee.workload({"text": "shop"}, {"text": "web"}, _cluster)),
		_included(case.principal, grantee.instance(_pool)),
		_included(case.principal, grantee.group(_group("nodes"))),
	] with input as given
	answers == case.answers
}

_included(principal, who) := grantee.includes({"principals": [principal]}, who)

test_one_subject_is_enough if {
	statement := {"principals": [_group("others"), _group("nodes")]}
	grantee.includes(statement, grantee.group(_group("nodes"))) == "yes"
	grantee.includes({"principals": []}, grantee.group(_group("nodes"))) == "no"
}

test_groups_by_what_names_them[note] if {
	some note, case in {
		"one expression": {"a": {"name": "${var.g}", "ref": "var.g"}, "b": {"name": "${var.g}", "ref": "var.g"}, "answer": "yes"},
		"one expression without a name": {"a": {"ref": "var.g"}, "b": {"ref": "var.g"}, "answer": "yes"},
		"one OCID": {"a": {"ocid": "ocid1.group.oc1..a"}, "b": {"ocid": "ocid1.group.oc1..a"}, "answer": "yes"},
		"two OCIDs": {"a": {"ocid": "ocid1.group.oc1..a"}, "b": {"ocid": "ocid1.group.oc1..b"}, "answer": "no"},
		"an OCID and a name": {"a": {"ocid": "ocid1.group.oc1..a"}, "b": {"name": "nodes"}, "answer": "maybe"},
		"expressions of two": {"a": {"ref": "var.g"}, "b": {"ref": "var.h"}, "answer": "maybe"},
		"a dynamic group of the name": {"a": {"name": "nodes"}, "b": {"kind": "dynamic-group", "name": "nodes"}, "answer": "no"},
	}
	named := object.union({"kind": "group", "hole": false}, case.a)
	asked := object.union({"kind": "group", "hole": false}, case.b)
	_included(named, grantee.group(asked)) == case.answer
}
