package rules.workload["termination-grace-period_test"]

import data.lib.testing
import data.rules.workload["termination-grace-period"] as rule

test_reported[note] if {
	some note, case in {
		"the default, written out": {"given": 30, "count": 1},
		"long": {"given": 300, "count": 1},
		"zero": {"given": 0, "count": 1},
		"quoted": {"given": "30", "count": 1},
		"null": {"given": null, "count": 0},
	}

	found := rule.violations with input as testing.pod({"terminationGracePeriodSeconds": case.given})
	count(found) == case.count
}

test_absent if count(rule.violations) == 0 with input as testing.pod({})

test_exported[note] if {
	some note, case in {"default": {"seconds": 30, "count": 0}, "other": {"seconds": 60, "count": 1}}

	given := testing.pod_of({"exported": true}, {"terminationGracePeriodSeconds": case.seconds})
	found := rule.violations with input as given
	count(found) == case.count
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"terminationGracePeriodSeconds": 30})
	count(rule.violations) == 0 with input as given
}
