package lib.ref_test

import data.lib.ref
import data.lib.testing

_answers(a, b) := [count([1 | ref.same(a, b)]), count([1 | ref.different(a, b)])]

_expression(stack) := {"ref": "var.vcn_id", "kind": "expression", "stack": stack}

_vcn := {"ref": "oci_core_vcn.v", "kind": "resource", "id": "v1"}

_ocid(last) := {"ref": $"ocid1.vcn.oc1..{last}", "kind": "ocid"}

test_answers[note] if {
	some note, case in {
		"one expression": {"a": {"ref": "var.a", "kind": "expression"}, "b": {"ref": "var.a", "kind": "expression"}, "answers": [1, 0]},
		"two expressions": {"a": {"ref": "var.a", "kind": "expression"}, "b": {"ref": "var.b", "kind": "expression"}, "answers": [0, 0]},
		"one expression of one root": {"a": _expression("dev"), "b": _expression("dev"), "answers": [1, 0]},
		"one expression of two roots": {"a": _expression("dev"), "b": _expression("prod"), "answers": [0, 0]},
		"one entry": {"a": _vcn, "b": _vcn, "answers": [1, 0]},
		"one address of two entries": {"a": _vcn, "b": object.union(_vcn, {"id": "v2", "stack": "b"}), "answers": [0, 1]},
		"one address of two entries in one root": {"a": _vcn, "b": object.union(_vcn, {"id": "v2"}), "answers": [0, 1]},
		"an entry, and its address": {"a": _vcn, "b": object.remove(_vcn, ["id"]), "answers": [1, 0]},
		"an address, and its entry": {"a": object.remove(_vcn, ["id"]), "b": _vcn, "answers": [1, 0]},
		"one OCID": {"a": _ocid("a"), "b": _ocid("a"), "answers": [1, 0]},
		"two OCIDs": {"a": _ocid("a"), "b": _ocid("b"), "answers": [0, 1]},
		"an OCID and an entry": {"a": _ocid("a"), "b": _vcn, "answers": [0, 0]},
	}
	_answers(case.a, case.b) == case.answers
}

test_keys_tell_the_same_as_same if {
	ref.key(_expression("dev")) == ref.key(_expression("dev"))
	ref.key(_expression("dev")) != ref.key(_expression("prod"))
	ref.key(_vcn) == "v1"
}

test_the_same_has_a_key_in_common if {
	without_id := object.remove(_vcn, ["id"])
	ref.same(_vcn, without_id)
	count(ref.keys(_vcn) & ref.keys(without_id)) > 0
	count(ref.keys(_expression("dev")) & ref.keys(_expression("prod"))) == 0
}

test_an_entry_is_what_refers_to_it if {
	entry := testing.resource("v1", {"address": "oci_core_vcn.v", "stack": "dev"})
	ref.same(ref.to(entry), object.union(_vcn, {"stack": "dev"}))
	ref.to(testing.resource("v1", {"address": "oci_core_vcn.v"})) == _vcn
}

test_places[note] if {
	some note, case in {
		"one root": {"reference": {"ref": "var.a", "kind": "expression"}, "place": "var.a"},
		"several": {"reference": _expression("dev"), "place": "dev: var.vcn_id"},
		"written out": {"reference": object.union(_ocid("a"), {"stack": "dev"}), "place": "ocid1.vcn.oc1..a"},
		"written out in capitals": {"reference": {"ref": "OCID1.VCN.OC1..A", "kind": "ocid", "stack": "dev"}, "place": "OCID1.VCN.OC1..A"},
		"looked up by an OCID": {"reference": {"ref": `var.vcns["ocid1.x"]`, "kind": "expression", "stack": "dev"}, "place": `dev: var.vcns["ocid1.x"]`},
	}
	ref.place(case.reference) == case.place
}
