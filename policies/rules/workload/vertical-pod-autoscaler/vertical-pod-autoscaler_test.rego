package rules.workload["vertical-pod-autoscaler_test"]

import data.lib.testing
import data.rules.workload["vertical-pod-autoscaler"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"auto": {"fields": {"group": "autoscaling.k8s.io"}, "value": {"spec": {"updatePolicy": {"updateMode": "Auto"}}}, "severities": {"error"}},
		"off": {"fields": {"group": "autoscaling.k8s.io"}, "value": {"spec": {"updatePolicy": {"updateMode": "Off"}}}, "severities": {"warning"}},
		"none": {"fields": {"group": "autoscaling.k8s.io"}, "value": {}, "severities": {"error"}},
		"other group": {"fields": {}, "value": {}, "severities": set()},
		"managed": {"fields": {"group": "autoscaling.k8s.io", "nodes": "managed"}, "value": {}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "VerticalPodAutoscaler"), case.fields, case.value)
	_severities(found) == case.severities
}

test_images[repository] if {
	some repository, expected in {
		"registry.k8s.io/autoscaling/vpa-admission-controller": 1,
		"registry.k8s.io/autoscaling/vpa-recommender": 1,
		"vpa-updater": 1,
		"iad.ocir.io/shop/vpa-exporter": 0,
		"iad.ocir.io/shop/no-vpa-updater": 0,
	}
	count(rule.violations) == expected with input as testing.container_entry({"image": {"repository": repository}})
}
