package rules.workload["unequal-pod-resources_test"]

import data.lib.testing
import data.rules.workload["unequal-pod-resources"] as rule

_given(fields) := testing.pod_of(fields, {"resources": {"requests": {"cpu": "500m"}, "limits": {"cpu": 1}}})

test_reported[note] if {
	some note, case in {
		"differ": {"fields": {"requests": {"cpu": 0.5}, "limits": {"cpu": 1}}, "count": 1},
		"equal": {"fields": {"requests": {"cpu": 1}, "limits": {"cpu": 1}}, "count": 0},
		"limit alone": {"fields": {"limits": {"cpu": 1}}, "count": 0},
		"none": {"fields": {}, "count": 0},
		"managed nodes": {"fields": {"nodes": "managed", "requests": {"cpu": 0.5}, "limits": {"cpu": 1}}, "count": 0},
	}

	found := rule.violations with input as _given(case.fields)
	count(found) == case.count
}

test_shows_what_is_written if {
	found := rule.violations with input as _given({"requests": {"cpu": 0.5}, "limits": {"cpu": 1}})
	some violation in found
	violation.path == ["resources", "requests", "cpu"]
	violation.facts == {"resource": "cpu", "request": "500m", "limit": 1}
}
