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
		"the tenancy": {"location": {"kind": "tenancy"}, "answer": "yes"},
		"all tenancies": {"location": {"kind": "any-tenancy"}, "answer": "no"},
		"another tenancy": {"location": {"kind": "named-tenancy"}, "answer": "no"},
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

test_tenancy[text] if {
	some text in [
		"ocid1.tenancy.oc1..t", "OCID1.TENANCY.OC1..T", "var.tenancy", "var.tenancy_id", "var.tenancy_ocid", "var.tenancyOcid", "var.tenant_id",
		"local.config.tenancy_ocid", "var.oci_tenancy_ocid", "var.root_compartment_id", "var.root_compartment_ocid", "module.base.tenancy_ocid",
		"tenancy", "TENANCY-ROOT", "data.oci_identity_tenancy.this", "data.oci_identity_tenancy.this.id", "module.iam.data.oci_identity_tenancy.t",
	]
	scope.tenancy(text)
}

test_no_tenancy[text] if {
	some text in [
		"var.compartment_ocid", "var.tenancy_name", "var.mytenancy_id", "tenancy_ocid.other", "x.ocid1.tenancy.oc1..t", "my-tenancy-root",
		"tenancy-roots", "data.oci_identity_tenancy.this.home_region_key", "mydata.oci_identity_tenancy.this", "ocid1.compartment.oc1..c",
	]
	not scope.tenancy(text)
}

test_everywhere[note] if {
	some note, case in {
		"by word": {"location": {"kind": "tenancy"}, "count": 1},
		"by variable": {"location": {"kind": "compartment", "ref": "var.tenancy_ocid"}, "count": 1},
		"a compartment": {"location": {"kind": "compartment", "ref": "var.compartment_ocid"}, "count": 0},
		"all tenancies": {"location": {"kind": "any-tenancy", "ref": "var.tenancy_ocid"}, "count": 0},
	}
	count([1 | scope.everywhere({"location": case.location})]) == case.count
}

_company := testing.resource("k0", {
	"address": "oci_identity_compartment.company",
	"name": "Company",
	"path": ["Company"],
	"ancestors": ["var.tenancy_ocid"],
	"ancestors_known": true,
})

_child := testing.resource("k3", {
	"address": "oci_identity_compartment.d",
	"name": "d",
	"path": ["company", "c", "d"],
	"ancestors": ["oci_identity_compartment.c", "oci_identity_compartment.company", "var.tenancy_ocid"],
	"ancestors_known": true,
})

_unplaced := object.union(_compartment, {"path": ["c"], "ancestors": ["var.parent"], "ancestors_known": false})

_here := {"ref": "oci_identity_compartment.c", "kind": "resource"}

_covers(compartments, where, fields) := answer if {
	statement := testing.statement({
		"location": object.union({"kind": "compartment", "hole": false}, object.remove(fields, ["attachment"])),
		"attachment": {"ref": object.get(fields, "attachment", "var.compartment"), "kind": "expression"},
	})
	answer := scope.covers(statement, where) with input as {"compartments": compartments}
}

# Where every name up to the tenancy is known, another name is another compartment.
test_names_of_a_whole_line[note] if {
	some note, case in {
		"its own": {"fields": {"path": ["C"]}, "answer": "yes"},
		"that above": {"fields": {"path": ["company"]}, "answer": "yes"},
		"another": {"fields": {"path": ["e"]}, "answer": "no"},
		"that below": {"fields": {"path": ["d"]}, "answer": "no"},
		"another, with a placeholder": {"fields": {"path": ["${var.e}"], "hole": true}, "answer": "maybe"},
		"its own, below a placeholder": {"fields": {"path": ["${var.e}", "c"], "hole": true}, "answer": "maybe"},
		"a placeholder, from the tenancy": {"fields": {"path": ["${var.e}"], "hole": true, "attachment": "var.tenancy_ocid"}, "answer": "maybe"},
		"an OCID": {"fields": {"ref": "ocid1.compartment.oc1..x"}, "answer": "maybe"},
		"the one below": {"fields": {"ref": "oci_identity_compartment.d"}, "answer": "no"},
		"a variable, where there is one below": {"fields": {"ref": "var.x"}, "answer": "maybe"},
	}
	_covers([_company, _compartment, _child], _here, case.fields) == case.answer
}

test_names_of_a_line_with_gaps[note] if {
	some note, case in {
		"not all above are told": {"compartments": [_unplaced], "answer": "maybe"},
		"one above has no plain name": {"compartments": [object.union(_company, {"name": "${var.n}"}), _compartment], "answer": "maybe"},
		"one above has no entry": {"compartments": [_compartment, _child], "answer": "maybe"},
		"where is not told": {"compartments": [_company], "answer": "maybe"},
	}
	_covers(case.compartments, _here, {"path": ["d"]}) == case.answer
}

test_paths_in_capitals[path] if {
	some path in [["COMPANY"], ["COMPANY", "C"]]
	_covers([_company, object.union(_compartment, {"path": ["Company", "c"]})], _here, {"path": path, "attachment": "var.tenancy_ocid"}) == "yes"
}

test_paths_from_a_compartment[note] if {
	company := "oci_identity_compartment.company"
	some note, case in {
		"a child": {"path": ["c"], "answer": "yes"},
		"its own name first": {"path": ["COMPANY", "c"], "answer": "yes"},
		"its own name, and another child": {"path": ["company", "e"], "answer": "no"},
		"a child of a child": {"path": ["c", "d"], "answer": "no"},
	}
	_covers([_company, _compartment], _here, {"path": case.path, "attachment": company}) == case.answer
}

# Where a path starts, or where the compartment stands, is not known: its last name decides.
test_paths_from_somewhere if {
	_covers([_unplaced], _here, {"path": ["company", "c"], "attachment": "var.tenancy_ocid"}) == "yes"
	floating := object.union(_company, {"path": ["x"], "ancestors_known": false})
	_covers([floating, _compartment], _here, {"path": ["c"], "attachment": "oci_identity_compartment.company"}) == "yes"
}

test_another_resource_beside_what_is_not_known if {
	other := {"ref": "oci_identity_compartment.other"}
	_covers([_unplaced], _here, other) == "maybe"
	_covers([_company], _here, other) == "maybe"
	_covers([_company, _compartment], _here, other) == "no"
}

test_where_by_name[note] if {
	some note, case in {
		"its name": {"where": {"ref": "Shop", "kind": "name"}, "answer": "yes"},
		"an expression of that text": {"where": {"ref": "Shop", "kind": "expression"}, "answer": "maybe"},
	}
	_covers([], case.where, {"path": ["shop"]}) == case.answer
}
