package rules.workload["sys-admin-capability_test"]

import data.lib.testing
import data.rules.workload["sys-admin-capability"] as rule

test_reported[note] if {
	some note, case in {
		"system administration": {"given": {"capabilities": {"add": ["SYS_ADMIN"]}}, "count": 1},
		"with prefix": {"given": {"capabilities": {"add": ["CAP_SYS_ADMIN"]}}, "count": 1},
		"everything": {"given": {"capabilities": {"add": ["all"]}}, "count": 1},
		"network": {"given": {"capabilities": {"add": ["NET_ADMIN", "CAP_NET_ADMIN"]}}, "count": 0},
		"dropped": {"given": {"capabilities": {"drop": ["ALL", "SYS_ADMIN"]}}, "count": 0},
		"wrong types": {"given": {"capabilities": {"add": [1, null, {}]}}, "count": 0},
		"text": {"given": {"capabilities": "SYS_ADMIN"}, "count": 0},
	}

	found := rule.violations with input as testing.container({"securityContext": case.given})
	count(found) == case.count
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a", "securityContext": {"capabilities": {"add": ["SYS_ADMIN"]}}}]})
	count(rule.violations) == 0 with input as given
}
