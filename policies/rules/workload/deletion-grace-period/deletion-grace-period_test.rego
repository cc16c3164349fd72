package rules.workload["deletion-grace-period_test"]

import data.lib.testing
import data.rules.workload["deletion-grace-period"] as rule

_given(fields) := testing.pod_of(object.union({"object": "o1"}, fields), {})

test_reported[note] if {
	some note, case in {
		"template": {"fields": {"metadata": {"deletionGracePeriodSeconds": 30}}, "paths": {["spec", "template", "metadata", "deletionGracePeriodSeconds"]}},
		"capital letter": {"fields": {"metadata": {"DeletionGracePeriodSeconds": 30}}, "paths": {["spec", "template", "metadata", "DeletionGracePeriodSeconds"]}},
		"object": {"fields": {"object_metadata": {"deletionGracePeriodSeconds": 0}}, "paths": {["metadata", "deletionGracePeriodSeconds"]}},
		"pod, whose metadata is the template's": {
			"fields": {"kind": "Pod", "template": [], "metadata": {"deletionGracePeriodSeconds": 30}, "object_metadata": {"deletionGracePeriodSeconds": 30}},
			"paths": {["metadata", "deletionGracePeriodSeconds"]},
		},
		"cron job": {
			"fields": {
				"kind": "CronJob",
				"template": ["spec", "jobTemplate", "spec", "template"],
				"metadata": {"deletionGracePeriodSeconds": 30},
			},
			"paths": {["spec", "jobTemplate", "spec", "template", "metadata", "deletionGracePeriodSeconds"]},
		},
		"null": {"fields": {"metadata": {"deletionGracePeriodSeconds": null}}, "paths": set()},
		"exported": {"fields": {"exported": true, "object_metadata": {"deletionGracePeriodSeconds": 30}}, "paths": set()},
		"exported template": {"fields": {"exported": true, "metadata": {"deletionGracePeriodSeconds": 30}}, "paths": set()},
		"another field": {"fields": {"object_metadata": {"deletionTimestamp": "2024-01-01T00:00:00Z"}}, "paths": set()},
		"managed nodes": {"fields": {"nodes": "managed", "metadata": {"deletionGracePeriodSeconds": 30}}, "paths": set()},
	}

	found := rule.violations with input as _given(case.fields)
	{violation.path | some violation in found; violation.item == "o1"} == case.paths
}
