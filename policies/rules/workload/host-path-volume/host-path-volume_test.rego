package rules.workload["host-path-volume_test"]

import data.lib.testing
import data.rules.workload["host-path-volume"] as rule

test_reported[note] if {
	some note, case in {
		"host path": {"volume": {"hostPath": {"path": "/data"}}, "count": 1},
		"host path that states nothing": {"volume": {"hostPath": null}, "count": 1},
		"beside another source": {"volume": {"emptyDir": {}, "hostPath": {"path": "/data"}}, "count": 1},
		"replaced by another source": {"volume": {"emptyDir": {}, "hostPath": null}, "count": 0},
		"empty dir": {"volume": {"emptyDir": {}}, "count": 0},
		"name only": {"volume": {}, "count": 0},
		"volume by that name": {"volume": {"name": "hostPath", "emptyDir": {}}, "count": 0},
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

test_silent_where_a_patch_takes_it_away if {
	given := testing.pod_of({"partial": true}, {"volumes": [{"name": "data", "hostPath": null}]})
	count(rule.violations) == 0 with input as given
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [{"name": "data", "hostPath": {"path": "/data"}}]})
	count(rule.violations) == 0 with input as given
}
