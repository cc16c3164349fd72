package rules.workload["empty-dir-medium_test"]

import data.lib.testing
import data.rules.workload["empty-dir-medium"] as rule

test_reported[note] if {
	some note, case in {
		"misspelt": {"medium": "Memory1", "count": 1},
		"small letters": {"medium": "memory", "count": 1},
		"huge pages": {"medium": "HugePages", "count": 1},
		"huge pages of a size": {"medium": "HugePages-2Mi", "count": 1},
		"memory": {"medium": "Memory", "count": 0},
		"empty": {"medium": "", "count": 0},
		"null": {"medium": null, "count": 0},
		"no text": {"medium": {}, "count": 0},
	}

	found := rule.violations with input as testing.volume({"emptyDir": {"medium": case.medium}})
	count(found) == case.count
}

test_silent_without[note] if {
	some note, volume in {"nothing": {"emptyDir": {}}, "null": {"emptyDir": null}, "other": {"secret": {"medium": "x"}}}
	count(rule.violations) == 0 with input as testing.volume(volume)
}

test_points_at_the_field if {
	found := rule.violations with input as testing.volume({"emptyDir": {"medium": "HugePages"}})

	some violation in found
	violation.path == ["emptyDir", "medium"]
	violation.facts == {"volume": "data", "medium": "HugePages"}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [object.union({"name": "data"}, {"emptyDir": {"medium": "HugePages"}})]})
	count(rule.violations) == 0 with input as given
}
