package rules.workload["volume-file-mode_test"]

import data.lib.testing
import data.rules.workload["volume-file-mode"] as rule

_fields := {
	"VNP-16": {"volume": {"configMap": {"items": [{"mode": 256}]}}, "path": ["configMap", "items", 0, "mode"]},
	"VNP-17": {"volume": {"secret": {"items": [{"mode": 256}]}}, "path": ["secret", "items", 0, "mode"]},
	"VNP-18": {
		"volume": {"projected": {"sources": [{"secret": {"items": [{"mode": 256}]}}]}},
		"path": ["projected", "sources", 0, "secret", "items", 0, "mode"],
	},
	"VNP-19": {
		"volume": {"projected": {"sources": [{"configMap": {"items": [{"mode": 256}]}}]}},
		"path": ["projected", "sources", 0, "configMap", "items", 0, "mode"],
	},
	"VNP-20": {"volume": {"configMap": {"defaultMode": 256}}, "path": ["configMap", "defaultMode"]},
	"VNP-21": {"volume": {"projected": {"defaultMode": 256}}, "path": ["projected", "defaultMode"]},
	"VNP-22": {"volume": {"secret": {"defaultMode": 256}}, "path": ["secret", "defaultMode"]},
}

test_every_field[requirement] if {
	some requirement, case in _fields

	found := rule.violations with input as testing.volume(case.volume)
	count(found) == 1

	some violation in found
	violation.path == case.path
	violation.requirements == [requirement]
	violation.facts.mode == "0400"
}

test_modes[note] if {
	some note, case in {
		"executable": {"mode": 493, "count": 1},
		"private": {"mode": 384, "count": 1},
		"nothing": {"mode": 0, "count": 1},
		"644 without its zero": {"mode": 644, "count": 1},
		"0644": {"mode": 420, "count": 0},
		"text": {"mode": "0400", "count": 0},
		"null": {"mode": null, "count": 0},
		"junk": {"mode": [], "count": 0},
	}

	items := [{"key": "a", "mode": case.mode}]
	every volume in [
		{"configMap": {"items": items}},
		{"projected": {"sources": [{"secret": {"items": items}}]}},
		{"secret": {"defaultMode": case.mode}},
	] {
		found := rule.violations with input as testing.volume(volume)
		count(found) == case.count
	}
}

test_silent[note] if {
	some note, volume in {
		"modes left out": {"configMap": {"name": "a", "items": [{"key": "k", "path": "p"}]}},
		"downward API": {"downwardAPI": {"defaultMode": 256, "items": [{"mode": 256}]}},
		"junk": {"configMap": "a", "secret": {"items": "b"}, "projected": {"sources": [7, {"secret": null}]}},
		"mode elsewhere": {"emptyDir": {"mode": 256}},
	}

	count(rule.violations) == 0 with input as testing.volume(volume)
}

test_names_the_field if {
	given := testing.volume({"projected": {"sources": [{}, {"secret": {"items": [{}, {"mode": 493}]}}]}})
	found := rule.violations with input as given

	some violation in found
	violation.facts == {"volume": "data", "field": "projected.sources[1].secret.items[1].mode", "mode": "0755", "decimal": 493}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"volumes": [object.union({"name": "data"}, {"secret": {"defaultMode": 256}})]})
	count(rule.violations) == 0 with input as given
}
