package rules.ocne["single-cluster-start_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["single-cluster-start"] as rule

test_reported[note] if {
	some note, case in {
		"once": {"given": [{"verb": "cluster start", "output": "file", "config": {"id": "f0", "text": "x"}}], "found": {["c0", "own"]}},
		"twice": {"given": [{"verb": "cluster start", "output": "file", "config": {"id": "f0", "text": "x"}}, {"verb": "cluster start", "config": {"id": "f0", "text": "x"}}], "found": set()},
		"not saved": {"given": [{"verb": "cluster start", "config": {"id": "f0", "text": "x"}}], "found": set()},
		"again by a call that cannot be read": {"given": [{"verb": "cluster start", "output": "file", "config": {"id": "f0", "text": "x"}}, {"verb": "unknown"}], "found": set()},
		"another provider": {"given": [{"verb": "cluster start", "output": "file", "flags": {"provider": "oci"}}], "found": set()},
	}

	found := rule.violations with input as given.calls(case.given, [{"value": given.sound}])
	{[violation.item, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
