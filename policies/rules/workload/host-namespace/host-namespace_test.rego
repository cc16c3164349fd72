package rules.workload["host-namespace_test"]

import data.lib.testing
import data.rules.workload["host-namespace"] as rule

test_reported[note] if {
	some note, case in {
		"network": {"given": {"hostNetwork": true}, "count": 1},
		"all three": {"given": {"hostIPC": true, "hostNetwork": true, "hostPID": true}, "count": 3},
		"quoted, as Terraform reads it": {"given": {"hostPID": "true"}, "count": 1},
		"written out as false": {"given": {"hostPID": false}, "count": 1},
		"null": {"given": {"hostPID": null}, "count": 0},
		"absent": {"given": {}, "count": 0},
		"other spelling": {"given": {"hostPid": true}, "count": 0},
		"dns policy alone": {"given": {"dnsPolicy": "ClusterFirstWithHostNet"}, "count": 0},
		"wrong type": {"given": {"hostIPC": ["true"]}, "count": 0},
	}

	found := rule.violations with input as testing.pod(case.given)
	count(found) == case.count
}

test_false_is_a_notice if {
	found := rule.violations with input as testing.pod({"hostPID": false})
	some violation in found
	violation.severity == "notice"
	violation.requirements == ["VNP-31"]
}

test_points_at_the_field if {
	found := rule.violations with input as testing.pod({"hostNetwork": true})
	some violation in found
	violation.path == ["hostNetwork"]
	violation.requirements == ["VNP-30", "ARC-34"]
	not violation.severity
}

test_may_land_on_a_virtual_node if {
	given := testing.pod_of({"nodes": "mixed-unknown"}, {"hostIPC": true})
	count(rule.violations) == 1 with input as given
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"hostNetwork": true})
	count(rule.violations) == 0 with input as given
}
