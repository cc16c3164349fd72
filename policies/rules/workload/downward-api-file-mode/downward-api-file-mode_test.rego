package rules.workload["downward-api-file-mode_test"]

import data.lib.testing
import data.rules.workload["downward-api-file-mode"] as rule

_projected(items) := {"projected": {"sources": [{"downwardAPI": {"items": items}}]}}

test_reported[note] if {
	some note, case in {
		"item": {"volume": {"downwardAPI": {"items": [{"mode": 256}]}}, "count": 1},
		"default": {"volume": {"downwardAPI": {"defaultMode": 288}}, "count": 1},
		"projected": {"volume": _projected([{"mode": 256}]), "count": 1},
		"several": {"volume": {"downwardAPI": {"defaultMode": 288, "items": [{"mode": 256}, {"mode": 420}]}}, "count": 2},
		"0644": {"volume": {"downwardAPI": {"defaultMode": 420, "items": [{"mode": 420}]}}, "count": 0},
		"projected 0644": {"volume": _projected([{"mode": 420}]), "count": 0},
		"left out": {"volume": {"downwardAPI": {"items": [{"path": "a"}]}}, "count": 0},
		"text": {"volume": {"downwardAPI": {"defaultMode": "0400"}}, "count": 0},
		"default of the projection": {"volume": {"projected": {"defaultMode": 256}}, "count": 0},
		"secret": {"volume": {"secret": {"defaultMode": 256}}, "count": 0},
		"junk": {"volume": {"downwardAPI": [7]}, "count": 0},
	}

	found := rule.violations with input as testing.volume(case.volume)
	count(found) == case.count
}

test_points_at_the_mode if {
	found := rule.violations with input as testing.volume(_projected([{}, {"mode": 256}]))

	some violation in found
	violation.path == ["projected", "sources", 0, "downwardAPI", "items", 1, "mode"]
	violation.facts == {"volume": "data", "field": "projected.sources[0].downwardAPI.items[1].mode", "mode": "0400", "decimal": 256}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [object.union({"name": "data"}, {"downwardAPI": {"defaultMode": 256}})]})
	count(rule.violations) == 0 with input as given
}
