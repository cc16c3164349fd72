package rules.workload["fractional-cpu_test"]

import data.lib.testing
import data.rules.workload["fractional-cpu"] as rule

_entry(i, fields) := object.union(
	{
		"id": $"w1/containers/{i}", "pod": "w1", "list": "containers", "name": "web", "nodes": "virtual",
		"partial": false, "exported": false, "value": {}, "requests": {}, "limits": {},
	},
	fields,
)

_given(entries) := {"workloads": {"pods": [], "volumes": [], "objects": {}, "containers": [entry |
	some i, fields in entries
	entry := _entry(i, fields)
]}}

test_reported[note] if {
	some note, case in {
		"a quarter": {"given": [{"limits": {"cpu": 0.25}}], "count": 1},
		"request alone": {"given": [{"requests": {"cpu": 1.5}}], "count": 1},
		"one": {"given": [{"limits": {"cpu": 1}, "requests": {"cpu": 1}}], "count": 0},
		"two halves": {"given": [{"limits": {"cpu": 0.5}}, {"limits": {"cpu": 0.5}}], "count": 0},
		"thirds of a kind": {"given": [{"limits": {"cpu": 0.1}}, {"limits": {"cpu": 0.2}}, {"limits": {"cpu": 0.7}}], "count": 0},
		"one states none": {"given": [{"limits": {"cpu": 0.5}}, {}], "count": 1},
		"the limit decides": {"given": [{"limits": {"cpu": 1}, "requests": {"cpu": 0.5}}], "count": 0},
		"none states any": {"given": [{}, {}], "count": 0},
		"zero": {"given": [{"limits": {"cpu": 0}}], "count": 0},
		"init container": {"given": [{"list": "initContainers", "limits": {"cpu": 0.5}}], "count": 0},
		"patch": {"given": [{"partial": true, "limits": {"cpu": 0.5}}], "count": 0},
		"managed nodes": {"given": [{"nodes": "managed", "limits": {"cpu": 0.5}}], "count": 0},
	}

	found := rule.violations with input as _given(case.given)
	count(found) == case.count
}

test_points_at_the_first_fraction if {
	given := _given([{"limits": {"cpu": 1}}, {"requests": {"cpu": 0.25}}, {"limits": {"cpu": 0.5}}])
	found := rule.violations with input as given
	found == {{"item": "w1/containers/1", "path": ["resources", "requests", "cpu"], "facts": {"cpu": 1.75}}}
}

test_unknown_elsewhere_in_the_pod if {
	pods := testing.pod_of({"unknown": {"containers.1.resources.limits.cpu": "var.cpu"}}, {}).workloads.pods
	given := object.union(_given([{"limits": {"cpu": 0.25}}]), {"workloads": {"pods": pods}})
	found := rule.violations with input as given
	count(found) == 0
}
