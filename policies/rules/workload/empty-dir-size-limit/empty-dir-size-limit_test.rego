package rules.workload["empty-dir-size-limit_test"]

import data.lib.testing
import data.rules.workload["empty-dir-size-limit"] as rule

test_reported[note] if {
	some note, case in {
		"text": {"volume": {"emptyDir": {"sizeLimit": "500Mi"}}, "count": 1},
		"number": {"volume": {"emptyDir": {"sizeLimit": 1073741824}}, "count": 1},
		"zero": {"volume": {"emptyDir": {"sizeLimit": 0}}, "count": 1},
		"in memory": {"volume": {"emptyDir": {"medium": "Memory", "sizeLimit": "1Gi"}}, "count": 1},
		"left out": {"volume": {"emptyDir": {}}, "count": 0},
		"null": {"volume": {"emptyDir": {"sizeLimit": null}}, "count": 0},
		"empty dir without a value": {"volume": {"emptyDir": null}, "count": 0},
		"storage limit of a claim template": {"volume": {"ephemeral": {"sizeLimit": "1Gi"}}, "count": 0},
	}

	found := rule.violations with input as testing.volume(case.volume)
	count(found) == case.count
}

test_points_at_the_field if {
	found := rule.violations with input as testing.volume({"emptyDir": {"sizeLimit": "500Mi"}})

	some violation in found
	violation.path == ["emptyDir", "sizeLimit"]
	violation.facts == {"volume": "data"}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [object.union({"name": "data"}, {"emptyDir": {"sizeLimit": "1Gi"}})]})
	count(rule.violations) == 0 with input as given
}
