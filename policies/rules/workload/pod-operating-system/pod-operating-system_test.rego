package rules.workload["pod-operating-system_test"]

import data.lib.testing
import data.rules.workload["pod-operating-system"] as rule

test_reported[note] if {
	some note, case in {
		"linux": {"given": {"os": {"name": "linux"}}, "count": 1},
		"no name": {"given": {"os": {}}, "count": 1},
		"null": {"given": {"os": null}, "count": 0},
		"selector": {"given": {"nodeSelector": {"kubernetes.io/os": "linux"}}, "count": 0},
		"the spelling of the comparison page": {"given": {"podOS": {"name": "linux"}}, "count": 0},
	}

	found := rule.violations with input as testing.pod(case.given)
	count(found) == case.count
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"os": {"name": "linux"}})
	count(rule.violations) == 0 with input as given
}
