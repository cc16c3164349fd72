package rules.ocne["byo-image-not-ostree_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["byo-image-not-ostree"] as rule

test_reported[note] if {
	some note, case in {
		"without type": {"given": [{"verb": "image create"}], "found": {["c0", "own"]}},
		"other type": {"given": [{"verb": "image create", "flags": {"type": "oci"}}], "found": {["c0", "own"]}},
		"ostree": {"given": [{"verb": "image create", "flags": {"type": "ostree"}}], "found": set()},
		"unknown type": {"given": [{"verb": "image create", "flags": {"type": null}}], "found": set()},
		"unknown flags": {"given": [{"verb": "image create", "complete": false}], "found": set()},
		"another command": {"given": [{"verb": "image info"}], "found": set()},
		"for another provider": {"given": [{"verb": "image create", "flags": {"provider": "oci", "type": "oci"}}], "found": set()},
	}

	found := rule.violations with input as given.calls(case.given, [{"value": given.sound}])
	{[violation.item, object.get(violation, "severity", "own")] | some violation in found} == case.found
}

test_silent_where_other_clusters_are_made if {
	entries := [{"value": given.sound}, {"value": {"provider": "oci"}}]
	count(rule.violations) == 0 with input as given.calls([{"verb": "image create"}], entries)
}

test_silent_without_own_hardware if {
	count(rule.violations) == 0 with input as given.calls([{"verb": "image create"}], [])
}
