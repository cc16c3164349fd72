package rules.workload["local-persistent-volume_test"]

import data.lib.testing
import data.rules.workload["local-persistent-volume"] as rule

_volume(fields, spec) := testing.object_of("PersistentVolume", object.union({"group": ""}, fields), {"spec": spec})

_local := {"local": {"path": "/mnt/disk1"}}

test_reported[note] if {
	some note, case in {
		"local": {"fields": {}, "spec": _local, "count": 1},
		"local that states nothing": {"fields": {}, "spec": {"local": {}}, "count": 1},
		"may land there": {"fields": {"nodes": "mixed-unknown"}, "spec": _local, "count": 1},
		"nfs": {"fields": {}, "spec": {"nfs": {"server": "10.0.0.4"}}, "count": 0},
		"csi": {"fields": {}, "spec": {"csi": {"driver": "fss.csi.oraclecloud.com"}}, "count": 0},
		"class by that name": {"fields": {}, "spec": {"storageClassName": "local"}, "count": 0},
		"null": {"fields": {}, "spec": {"local": null}, "count": 0},
		"no spec": {"fields": {}, "spec": "local", "count": 0},
		"managed": {"fields": {"nodes": "managed"}, "spec": _local, "count": 0},
		"unknown": {"fields": {"nodes": "unknown"}, "spec": _local, "count": 0},
		"kind of another group": {"fields": {"group": "example.com"}, "spec": _local, "count": 0},
	}

	found := rule.violations with input as _volume(case.fields, case.spec)
	count(found) == case.count
}

test_points_at_the_source if {
	found := rule.violations with input as _volume({}, _local)

	some violation in found
	violation.item == "o1"
	violation.path == ["spec", "local"]
}

test_silent_without_volumes if count(rule.violations) == 0 with input as testing.pod({})
