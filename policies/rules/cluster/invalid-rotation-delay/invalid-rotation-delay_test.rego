package rules.cluster["invalid-rotation-delay_test"]

import data.lib.testing
import data.rules.cluster["invalid-rotation-delay"] as rule

_given(fields) := {"credential_rotations": [testing.resource("r1", object.union({"step": "start"}, fields))]}

test_reported[note] if {
	some note, case in {
		"a number": {"fields": {"delay": "5"}, "count": 1},
		"too short": {"fields": {"delay": "PT5H"}, "count": 1},
		"too long": {"fields": {"delay": "P91D"}, "count": 1},
		"longest": {"fields": {"delay": "P90D"}, "count": 0},
		"shortest": {"fields": {"delay": "P1D"}, "count": 0},
		"weeks": {"fields": {"delay": "P2W"}, "count": 0},
		"nothing": {"fields": {}, "count": 0},
		"unknown": {"fields": {"unknown": {"delay": "var.delay"}}, "count": 0},
	}

	found := rule.violations with input as _given(case.fields)
	count(found) == case.count
}
