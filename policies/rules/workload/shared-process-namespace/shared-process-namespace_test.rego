package rules.workload["shared-process-namespace_test"]

import data.lib.testing
import data.rules.workload["shared-process-namespace"] as rule

test_reported[note] if {
	some note, case in {
		"on": {"given": true, "count": 1},
		"quoted": {"given": "true", "count": 1},
		"off": {"given": false, "count": 1},
		"null": {"given": null, "count": 0},
		"wrong type": {"given": {}, "count": 0},
	}

	found := rule.violations with input as testing.pod({"shareProcessNamespace": case.given})
	count(found) == case.count
}

test_absent if count(rule.violations) == 0 with input as testing.pod({})

test_false_is_a_notice if {
	found := rule.violations with input as testing.pod({"shareProcessNamespace": false})
	some violation in found
	violation.severity == "notice"
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"shareProcessNamespace": true})
	count(rule.violations) == 0 with input as given
}
