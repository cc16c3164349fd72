package rules.workload["interactive-container_test"]

import data.lib.testing
import data.rules.workload["interactive-container"] as rule

test_reported[note] if {
	some note, case in {
		"input": {"given": {"stdin": true}, "count": 1},
		"all": {"given": {"stdin": true, "stdinOnce": true, "tty": true}, "count": 3},
		"quoted": {"given": {"tty": "true"}, "count": 1},
		"off": {"given": {"stdin": false, "stdinOnce": false, "tty": false}, "count": 0},
		"null": {"given": {"tty": null}, "count": 0},
		"absent": {"given": {}, "count": 0},
	}

	found := rule.violations with input as testing.container(case.given)
	count(found) == case.count
}

test_requirements if {
	found := rule.violations with input as testing.container({"tty": true})
	some violation in found
	violation.requirements == ["VNP-58"]
	violation.path == ["tty"]
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a", "tty": true}]})
	count(rule.violations) == 0 with input as given
}
