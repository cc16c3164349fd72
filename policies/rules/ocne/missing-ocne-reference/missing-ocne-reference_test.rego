package rules.ocne["missing-ocne-reference_test"]

import data.lib.ocne_testing as given
import data.rules.ocne["missing-ocne-reference"] as rule

_reference := {"references": [{"path": ["extraIgnition"], "text": "x.ign", "candidates": ["a/x.ign", "x.ign"]}]}

test_reported[note] if {
	some note, case in {
		"nowhere": {"given": {"a/x.ign": false, "x.ign": false}, "found": 1},
		"beside the file": {"given": {"a/x.ign": true, "x.ign": false}, "found": 0},
		"at the root": {"given": {"a/x.ign": false, "x.ign": true}, "found": 0},
		"not looked for": {"given": {}, "found": 0},
	}

	count(rule.violations) == case.found with input as given.everything([_reference], [], case.given)
}
