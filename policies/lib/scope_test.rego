package lib.scope_test

import data.lib.scope
import data.lib.testing

_compartment := testing.resource("k1", {
	"address": "oci_identity_compartment.c",
	"name": "c",
	"path": ["company", "c"],
	"ancestors": ["oci_identity_compartment.company", "var.tenancy_ocid"],
	"ancestors_known": true,
})

_answer(fields) := answer if {
	where := {"ref": "oci_identity_compartment.c", "kind": "resource"}
	answer := scope.covers(testing.statement(fields), where) with input as {"compartments": [_compartment]}
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

	_answer({"location": object.union({"kind": "compartment", "hole": false}, case.location)}) == case.answer
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

	fields := {
		"location": {"kind": "compartment", "path": case.path, "hole": false},
		"attachment": {"ref": case.attachment, "kind": "expression"},
	}
	_answer(fields) == case.answer
}

# The name of a compartment says nothing of the tenancy.
test_compartment_called_tenant if {
	tenant := testing.resource("k2", {
		"address": "oci_identity_compartment.tenant",
		"name": "tenant",
		"path": ["tenant"],
		"ancestors": ["var.tenancy_ocid"],
		"ancestors_known": true,
	})
	statement := testing.statement({
		"location": {"kind": "compartment", "path": ["c"], "hole": false},
		"attachment": {"ref": "oci_identity_compartment.tenant", "kind": "resource"},
	})
	where := {"ref": "oci_identity_compartment.c", "kind": "resource"}
	scope.covers(statement, where) == "no" with input as {"compartments": [_compartment, tenant]}
	not scope.tenancy("oci_identity_compartment.tenant")
	not scope.tenancy("module.base.oci_identity_compartment.tenancy")
	scope.tenancy("data.oci_identity_compartment.tenancy")
}
