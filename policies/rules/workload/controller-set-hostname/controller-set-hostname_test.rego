package rules.workload["controller-set-hostname_test"]

import data.lib.testing
import data.rules.workload["controller-set-hostname"] as rule

_batch := {"group": "batch"}

_indexed := {"spec": {"jobTemplate": {"spec": {"completionMode": "Indexed"}}}}

test_reported[note] if {
	some note, case in {
		"stateful set": {"given": testing.object_of("StatefulSet", {}, {"spec": {}}), "count": 1},
		"stateful set of another group": {"given": testing.object_of("StatefulSet", {"group": "apps.kruise.io"}, {}), "count": 0},
		"indexed job": {"given": testing.object_of("Job", _batch, {"spec": {"completionMode": "Indexed"}}), "count": 1},
		"job": {"given": testing.object_of("Job", _batch, {"spec": {"completionMode": "NonIndexed"}}), "count": 0},
		"indexed cron job": {
			"given": testing.object_of(
				"CronJob", _batch,
				{"spec": {"jobTemplate": {"spec": {"completionMode": "Indexed"}}}},
			),
			"count": 1,
		},
		"job of another group": {"given": testing.object_of("Job", {"group": "batch.volcano.sh"}, {"spec": {"completionMode": "Indexed"}}), "count": 0},
		"job on managed nodes": {
			"given": testing.object_of("Job", {"group": "batch", "nodes": "managed"}, {"spec": {"completionMode": "Indexed"}}),
			"count": 0,
		},
		"cron job": {"given": testing.object_of("CronJob", _batch, {"spec": {"jobTemplate": {"spec": {}}}}), "count": 0},
		"cron job of another group": {"given": testing.object_of("CronJob", {}, _indexed), "count": 0},
		"cron job on managed nodes": {"given": testing.object_of("CronJob", {"group": "batch", "nodes": "managed"}, _indexed), "count": 0},
		"deployment": {"given": testing.object_of("Deployment", {}, {"spec": {}}), "count": 0},
		"managed nodes": {"given": testing.object_of("StatefulSet", {"nodes": "managed"}, {}), "count": 0},
	}

	found := rule.violations with input as case.given
	count(found) == case.count
}
