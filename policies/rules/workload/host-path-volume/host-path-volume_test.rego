package rules.workload["host-path-volume_test"]

import data.lib.testing
import data.rules.workload["host-path-volume"] as rule

test_reported[note] if {
	some note, case in {
		"host path": {"volume": {"hostPath": {"path": "/data"}}, "count": 1},
		"host path that states nothing": {"volume": {"hostPath": null}, "count": 1},
		"empty dir": {"volume": {"emptyDir": {}}, "count": 0},
		"name only": {"volume": {}, "count": 0},
	}

	found := rule.violations with input as testing.volume(case.volume)
	count(found) == case.count
}

test_points_at_the_source if {
	found := rule.violations with input as testing.volume({"hostPath": {"path": "/data"}})

	some violation in found
	violation.path == ["hostPath"]
	violation.facts == {"volume": "data"}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [{"name": "data", "hostPath": {"path": "/data"}}]})
	count(rule.violations) == 0 with input as given
}
