package rules.workload["several-empty-dirs_test"]

import data.lib.testing
import data.rules.workload["several-empty-dirs"] as rule

test_reported[note] if {
	some note, case in {
		"two": {"volumes": [{"name": "a", "emptyDir": {}}, {"name": "b", "emptyDir": {}}], "count": 1},
		"three are reported once": {"volumes": [{"name": "a", "emptyDir": {}}, {"name": "b", "emptyDir": {}}, {"name": "c"}], "count": 1},
		"one in memory": {"volumes": [{"name": "a", "emptyDir": {}}, {"name": "b", "emptyDir": {"medium": "Memory"}}], "count": 1},
		"one without a value": {"volumes": [{"name": "a", "emptyDir": {}}, {"name": "b", "emptyDir": null}], "count": 1},
		"names only": {"volumes": [{"name": "a"}, {"name": "b"}], "count": 1},
		"without names": {"volumes": [{"emptyDir": {}}, {"emptyDir": {}}], "count": 1},
		"one": {"volumes": [{"name": "a", "emptyDir": {}}], "count": 0},
		"one among others": {"volumes": [{"name": "a", "emptyDir": {}}, {"name": "b", "secret": {}}, {"name": "c", "configMap": {}}], "count": 0},
		"one that a patch takes away": {"volumes": [{"name": "a", "emptyDir": {}}, {"name": "b", "$patch": "delete"}], "count": 0},
		"none": {"volumes": [], "count": 0},
		"junk": {"volumes": ["a", null, 7], "count": 0},
		"no list": {"volumes": "emptyDir", "count": 0},
	}

	found := rule.violations with input as testing.pod({"volumes": case.volumes})
	count(found) == case.count
}

test_points_at_the_second if {
	found := rule.violations with input as testing.pod({"volumes": [
		{"name": "a", "secret": {}},
		{"name": "b", "emptyDir": {}},
		{"name": "c"},
		{"name": "d", "emptyDir": {}},
	]})

	some violation in found
	violation.item == "w1"
	violation.path == ["volumes", 2, "emptyDir"]
	violation.facts == {"count": 3, "volumes": ["b", "c", "d"]}
	violation.related == [{"item": "w1", "path": ["volumes", 1], "note": "the first emptyDir"}]
}

test_unknown_sources[attribute] if {
	some attribute, expected in {"volumes.1.hostPath": 0, "volumes.10.hostPath": 1, "containers.1.image": 1}

	volumes := [{"name": "a", "emptyDir": {}}, {"name": "b"}]
	found := rule.violations with input as testing.pod_of({"unknown": {attribute: "${X}"}}, {"volumes": volumes})
	count(found) == expected
}

test_unknown_parts_of_empty_dirs if {
	volumes := [{"name": "a", "emptyDir": {}}, {"name": "b", "emptyDir": {}}]
	found := rule.violations with input as testing.pod_of({"unknown": {"volumes.1.emptyDir.sizeLimit": "${X}"}}, {"volumes": volumes})
	count(found) == 1
}

test_names_what_has_no_name if {
	found := rule.violations with input as testing.pod({"volumes": [{"name": 7}, {"emptyDir": {}}]})

	some violation in found
	violation.facts.volumes == ["unnamed", "unnamed"]
}

test_patches[note] if {
	some note, case in {
		"names only are not known": {"volumes": [{"name": "a"}, {"name": "b"}], "count": 0},
		"taken away": {"volumes": [{"name": "a", "emptyDir": {}}, {"name": "b", "emptyDir": null}], "count": 0},
		"two": {"volumes": [{"name": "a", "emptyDir": {}}, {"name": "b", "emptyDir": {}}], "count": 1},
	}

	found := rule.violations with input as testing.pod_of({"partial": true}, {"volumes": case.volumes})
	count(found) == case.count
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [{"emptyDir": {}}, {"emptyDir": {}}]})
	count(rule.violations) == 0 with input as given
}

test_beside_those_that_a_patch_keeps[note] if {
	some note, case in {
		"one": {"volumes": [{"name": "a", "configMap": {}}, {"name": "b", "emptyDir": {}}], "paths": {["volumes", 1, "emptyDir"]}},
		"none": {"volumes": [{"name": "a", "configMap": {}}], "paths": set()},
		"two of its own, which are told by themselves": {"volumes": [{"name": "a", "emptyDir": {}}, {"name": "b", "emptyDir": {}}], "paths": {["volumes", 1, "emptyDir"]}},
	}
	kept := [{"item": "w9/volumes/0", "name": "tmp"}]
	found := rule.violations with input as testing.pod_of({"partial": true, "kept_empty_dirs": kept}, {"volumes": case.volumes})
	{violation.path | some violation in found} == case.paths
	count(found) == count(case.paths)
}

test_counts_what_a_patch_keeps if {
	kept := [{"item": "w9/volumes/0", "name": "tmp"}]
	found := rule.violations with input as testing.pod_of({"partial": true, "kept_empty_dirs": kept}, {"volumes": [{"name": "b", "emptyDir": {}}]})
	some violation in found
	violation.facts == {"count": 2, "volumes": ["tmp", "b"]}
	violation.related == [{"item": "w9/volumes/0", "path": [], "note": "stays under this patch"}]
}
