package rules.join["runtime-class-overhead_test"]

import data.lib.testing
import data.rules.join["runtime-class-overhead"] as rule

_given(nodes, class, fields, value) := {"index": {
	"pods": [{"id": "w1", "nodes": nodes, "namespace": "shop", "runtime_class": class}],
	"objects": {"RuntimeClass": [testing.entry("RuntimeClass", object.union({"group": "node.k8s.io", "name": "kata"}, fields), value)]},
}}

_overhead := {"handler": "kata", "overhead": {"podFixed": {"cpu": "250m"}}}

test_reported[note] if {
	some note, case in {
		"overhead": {"given": _given("virtual", "kata", {}, _overhead), "count": 1},
		"may land there": {"given": _given("mixed-unknown", "kata", {}, _overhead), "count": 1},
		"no overhead": {"given": _given("virtual", "kata", {}, {"handler": "kata"}), "count": 0},
		"empty overhead": {"given": _given("virtual", "kata", {}, {"overhead": {}}), "count": 0},
		"overhead of nothing": {"given": _given("virtual", "kata", {}, {"overhead": {"podFixed": {}}}), "count": 0},
		"null overhead": {"given": _given("virtual", "kata", {}, {"overhead": null}), "count": 0},
		"another class": {"given": _given("virtual", "gvisor", {}, _overhead), "count": 0},
		"no class": {"given": _given("virtual", "", {}, _overhead), "count": 0},
		"another group": {"given": _given("virtual", "kata", {"group": "x.io"}, _overhead), "count": 0},
		"managed nodes": {"given": _given("managed", "kata", {}, _overhead), "count": 0},
	}

	found := rule.violations with input as case.given
	count(found) == case.count
}

test_points_at_the_name if {
	found := rule.violations with input as _given("virtual", "kata", {}, _overhead)
	found == {{
		"item": "w1",
		"path": ["runtimeClassName"],
		"facts": {"class": "kata"},
		"related": [{"item": "o1", "path": ["overhead"], "note": "the overhead of the runtime class"}],
	}}
}
