package rules.workload["controller-set-hostname_test"]

import data.lib.testing
import data.rules.workload["controller-set-hostname"] as rule

_batch := {"group": "batch"}

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
		"deployment": {"given": testing.object_of("Deployment", {}, {"spec": {}}), "count": 0},
		"managed nodes": {"given": testing.object_of("StatefulSet", {"nodes": "managed"}, {}), "count": 0},
	}

	found := rule.violations with input as case.given
	count(found) == case.count
}
