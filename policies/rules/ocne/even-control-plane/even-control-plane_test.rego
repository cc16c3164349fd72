package rules.ocne["even-control-plane_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["even-control-plane"] as rule

test_reported[note] if {
	some note, case in {
		"two": {"given": {"controlPlaneNodes": 2}, "found": {[["controlPlaneNodes"], "own"]}},
		"four": {"given": {"controlPlaneNodes": 4}, "found": {[["controlPlaneNodes"], "own"]}},
		"one": {"given": {"controlPlaneNodes": 1}, "found": set()},
		"three": {"given": {"controlPlaneNodes": 3}, "found": set()},
		"none": {"given": {"controlPlaneNodes": 0}, "found": set()},
		"text": {"given": {"controlPlaneNodes": "two"}, "found": set()},
		"a list": {"given": {"controlPlaneNodes": [2]}, "found": set()},
		"half a node": {"given": {"controlPlaneNodes": 2.5}, "found": set()},
	}

	found := rule.violations with input as given.cluster(case.given)
	{[violation.path, object.get(violation, "severity", "own")] | some violation in found} == case.found
}

test_names_the_other_requirement_on_own_hardware if {
	found := rule.violations with input as given.cluster(object.union(given.sound, {"controlPlaneNodes": 2}))
	{violation.requirements | some violation in found} == {["OCN-25", "OCN-26"]}
}
