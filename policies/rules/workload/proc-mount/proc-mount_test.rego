package rules.workload["proc-mount_test"]

import data.lib.testing
import data.rules.workload["proc-mount"] as rule

test_reported[note] if {
	some note, case in {
		"unmasked": {"given": {"procMount": "Unmasked"}, "count": 1},
		"default": {"given": {"procMount": "Default"}, "count": 1},
		"empty": {"given": {"procMount": ""}, "count": 0},
		"null": {"given": {"procMount": null}, "count": 0},
		"absent": {"given": {}, "count": 0},
		"wrong type": {"given": "procMount", "count": 0},
	}

	found := rule.violations with input as testing.container({"securityContext": case.given})
	count(found) == case.count
}

test_default_is_a_notice if {
	found := rule.violations with input as testing.container({"securityContext": {"procMount": "Default"}})
	some violation in found
	violation.severity == "notice"
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a", "securityContext": {"procMount": "Unmasked"}}]})
	count(rule.violations) == 0 with input as given
}
