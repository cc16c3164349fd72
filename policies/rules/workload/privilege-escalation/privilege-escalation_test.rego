package rules.workload["privilege-escalation_test"]

import data.lib.testing
import data.rules.workload["privilege-escalation"] as rule

test_reported[note] if {
	some note, case in {
		"allowed": {"given": {"allowPrivilegeEscalation": true}, "count": 1},
		"quoted": {"given": {"allowPrivilegeEscalation": "true"}, "count": 1},
		"forbidden": {"given": {"allowPrivilegeEscalation": false}, "count": 0},
		"absent": {"given": {}, "count": 0},
		"null": {"given": null, "count": 0},
		"wrong type": {"given": "allowPrivilegeEscalation", "count": 0},
	}

	found := rule.violations with input as testing.container({"securityContext": case.given})
	count(found) == case.count
}

test_every_list[list] if {
	some list in ["containers", "initContainers", "ephemeralContainers"]
	given := testing.pod({list: [{"name": "a", "securityContext": {"allowPrivilegeEscalation": true}}]})
	found := rule.violations with input as given
	count(found) == 1
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a", "securityContext": {"allowPrivilegeEscalation": true}}]})
	count(rule.violations) == 0 with input as given
}
