package rules.ocne["even-control-plane_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["even-control-plane"] as rule

test_reported[note] if {
	some note, case in {
		"two": {"given": {"controlPlaneNodes": 2}, "found": {[["controlPlaneNodes"], "own"]}},
		"four": {"given": {"controlPlaneNodes": 4}, "found": {[["controlPlaneNodes"], "own"]}},
		"in quotes": {"given": {"controlPlaneNodes": "2"}, "found": {[["controlPlaneNodes"], "own"]}},
		"ten": {"given": {"controlPlaneNodes": 10}, "found": {[["controlPlaneNodes"], "own"]}},
		"eleven": {"given": {"controlPlaneNodes": 11}, "found": set()},
		"none, in quotes": {"given": {"controlPlaneNodes": "0"}, "found": set()},
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

test_reported_for_calls[note] if {
	some note, case in {
		"two": {"verb": "cluster start", "nodes": "2", "found": {"c0"}},
		"three": {"verb": "cluster start", "nodes": "3", "found": set()},
		"none": {"verb": "cluster start", "nodes": "0", "found": set()},
		"not known": {"verb": "cluster start", "nodes": null, "found": set()},
		"a join, which adds to those that are there": {"verb": "cluster join", "nodes": "2", "found": set()},
	}

	call := {"verb": case.verb, "flags": {"control-plane-nodes": case.nodes}}
	found := rule.violations with input as given.calls([call], [])
	{violation.item | some violation in found} == case.found
}
