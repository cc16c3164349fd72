package rules.workload["privileged-container_test"]

import data.lib.testing
import data.rules.workload["privileged-container"] as rule

test_reported[note] if {
	some note, case in {
		"on": {"given": {"privileged": true}, "count": 1},
		"quoted": {"given": {"privileged": "true"}, "count": 1},
		"off": {"given": {"privileged": false}, "count": 0},
		"absent": {"given": {}, "count": 0},
		"null": {"given": null, "count": 0},
		"wrong type": {"given": [true], "count": 0},
	}

	found := rule.violations with input as testing.container({"securityContext": case.given})
	count(found) == case.count
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a", "securityContext": {"privileged": true}}]})
	count(rule.violations) == 0 with input as given
}
