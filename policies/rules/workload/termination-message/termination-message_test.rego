package rules.workload["termination-message_test"]

import data.lib.testing
import data.rules.workload["termination-message"] as rule

test_reported[note] if {
	some note, case in {
		"policy": {"given": {"terminationMessagePolicy": "FallbackToLogsOnError"}, "count": 1},
		"path": {"given": {"terminationMessagePath": "/tmp/my-log"}, "count": 1},
		"both": {"given": {"terminationMessagePolicy": "FallbackToLogsOnError", "terminationMessagePath": "/tmp/my-log"}, "count": 2},
		"defaults": {"given": {"terminationMessagePolicy": "File", "terminationMessagePath": "/dev/termination-log"}, "count": 0},
		"nothing": {"given": {"terminationMessagePolicy": null, "terminationMessagePath": ""}, "count": 0},
		"absent": {"given": {}, "count": 0},
	}

	found := rule.violations with input as testing.container(case.given)
	count(found) == case.count
}

test_requirements if {
	found := rule.violations with input as testing.container({"terminationMessagePath": "/tmp/my-log"})
	some violation in found
	violation.requirements == ["VNP-55"]
	violation.path == ["terminationMessagePath"]
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a", "terminationMessagePath": "/tmp/my-log"}]})
	count(rule.violations) == 0 with input as given
}
