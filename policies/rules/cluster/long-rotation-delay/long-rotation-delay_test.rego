package rules.cluster["long-rotation-delay_test"]

import data.lib.testing
import data.rules.cluster["long-rotation-delay"] as rule

_given(fields) := {"credential_rotations": [testing.resource("r1", object.union({"step": "start"}, fields))]}

test_reported[note] if {
	some note, case in {
		"15 days": {"fields": {"delay": "P15D"}, "count": 1},
		"90 days": {"fields": {"delay": "P90D"}, "count": 1},
		"91 days": {"fields": {"delay": "P91D"}, "count": 0},
		"14 days": {"fields": {"delay": "P14D"}, "count": 0},
		"not a duration": {"fields": {"delay": "long"}, "count": 0},
		"nothing": {"fields": {}, "count": 0},
	}

	found := rule.violations with input as _given(case.fields)
	count(found) == case.count
}
