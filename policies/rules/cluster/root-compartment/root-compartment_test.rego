package rules.cluster["root-compartment_test"]

import data.lib.testing
import data.rules.cluster["root-compartment"] as rule

test_reported[note] if {
	some note, case in {
		"tenancy variable": {"reference": {"ref": "var.tenancy_ocid", "kind": "expression", "tenancy": true}, "count": 2},
		"tenancy OCID": {"reference": {"ref": "ocid1.tenancy.oc1..a", "kind": "ocid"}, "count": 2},
		"compartment variable": {"reference": {"ref": "var.compartment_ocid", "kind": "expression"}, "count": 0},
		"compartment": {"reference": {"ref": "oci_identity_compartment.oke", "kind": "resource"}, "count": 0},
	}
	found := rule.violations with input as {
		"clusters": [testing.resource("c1", {"compartment": case.reference})],
		"vcns": [testing.resource("v1", {"compartment": case.reference}), testing.resource("v2", {})],
	}
	count(found) == case.count
}
