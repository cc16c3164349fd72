package rules.workload["resource-field-volume_test"]

import data.lib.testing
import data.rules.workload["resource-field-volume"] as rule

_item := {"path": "cpu", "resourceFieldRef": {"containerName": "web", "resource": "limits.cpu"}}

test_reported[note] if {
	some note, case in {
		"downward API": {"volume": {"downwardAPI": {"items": [_item]}}, "count": 1},
		"projected": {"volume": {"projected": {"sources": [{"downwardAPI": {"items": [_item]}}]}}, "count": 1},
		"several": {"volume": {"downwardAPI": {"items": [_item, {"fieldRef": {}}, _item]}}, "count": 2},
		"without a resource": {"volume": {"downwardAPI": {"items": [{"resourceFieldRef": {}}]}}, "count": 1},
		"field": {"volume": {"downwardAPI": {"items": [{"fieldRef": {"fieldPath": "metadata.labels"}}]}}, "count": 0},
		"null": {"volume": {"downwardAPI": {"items": [{"resourceFieldRef": null, "fieldRef": {}}]}}, "count": 0},
		"no items": {"volume": {"downwardAPI": {}}, "count": 0},
		"junk": {"volume": {"downwardAPI": {"items": "resourceFieldRef"}, "projected": {"sources": [[_item]]}}, "count": 0},
	}

	found := rule.violations with input as testing.volume(case.volume)
	count(found) == case.count
}

test_points_at_the_reference if {
	given := testing.volume({"projected": {"sources": [{"secret": {}}, {"downwardAPI": {"items": [{}, _item]}}]}})
	found := rule.violations with input as given

	some violation in found
	violation.path == ["projected", "sources", 1, "downwardAPI", "items", 1, "resourceFieldRef"]
	violation.facts == {"volume": "data", "resource": "limits.cpu"}
}

test_names_any_resource if {
	found := rule.violations with input as testing.volume({"downwardAPI": {"items": [{"resourceFieldRef": {"resource": 7}}]}})

	some violation in found
	violation.facts.resource == "a resource"
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [object.union({"name": "data"}, {"downwardAPI": {"items": [_item]}})]})
	count(rule.violations) == 0 with input as given
}
