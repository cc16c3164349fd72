package rules.workload["pod-overhead_test"]

import data.lib.testing
import data.rules.workload["pod-overhead"] as rule

test_reported[note] if {
	some note, case in {
		"cpu": {"given": {"overhead": {"cpu": "250m"}}, "count": 1},
		"empty": {"given": {"overhead": {}}, "count": 0},
		"null": {"given": {"overhead": null}, "count": 0},
		"the spelling of the comparison page": {"given": {"Overhead": {"cpu": "250m"}}, "count": 0},
		"runtime class alone": {"given": {"runtimeClassName": "kata"}, "count": 0},
	}

	found := rule.violations with input as testing.pod(case.given)
	count(found) == case.count
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"overhead": {"cpu": "250m"}})
	count(rule.violations) == 0 with input as given
}
