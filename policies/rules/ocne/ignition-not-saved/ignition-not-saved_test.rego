package rules.ocne["ignition-not-saved_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["ignition-not-saved"] as rule

test_reported[note] if {
	some note, case in {
		"to the terminal": {"given": [{"verb": "cluster start", "config": {"id": "f0", "text": "x"}}], "found": {["c0", "own"]}},
		"by provider": {"given": [{"verb": "cluster start", "flags": {"provider": "byo"}}], "found": {["c0", "own"]}},
		"twice": {"given": [{"verb": "cluster start", "config": {"id": "f0", "text": "x"}}, {"verb": "cluster start", "config": {"id": "f0", "text": "x"}}], "found": {["c0", "own"]}},
		"saved first": {"given": [{"verb": "cluster start", "output": "file", "config": {"id": "f0", "text": "x"}}, {"verb": "cluster start", "config": {"id": "f0", "text": "x"}}], "found": set()},
		"piped": {"given": [{"verb": "cluster start", "output": "pipe", "config": {"id": "f0", "text": "x"}}], "found": set()},
		"saved by a call that cannot be read": {"given": [{"verb": "cluster start", "config": {"id": "f0", "text": "x"}}, {"verb": "unknown"}], "found": set()},
		"another provider": {"given": [{"verb": "cluster start", "flags": {"provider": "oci"}, "config": {"id": "f0", "text": "x"}}], "found": set()},
		"configuration that is not known": {"given": [{"verb": "cluster start", "config": {"text": "x"}}], "found": set()},
	}

	found := rule.violations with input as given.calls(case.given, [{"value": given.sound}])
	{[violation.item, object.get(violation, "severity", "own")] | some violation in found} == case.found
}
