package rules.workload["service-mesh-injection_test"]

import data.lib.testing
import data.rules.workload["service-mesh-injection"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"enabled": {"fields": {"group": "", "labels": {"istio-injection": "enabled"}}, "value": {}, "severities": {"own"}},
		"disabled": {"fields": {"group": "", "labels": {"istio-injection": "disabled"}}, "value": {}, "severities": set()},
		"annotation": {"fields": {"group": "", "annotations": {"linkerd.io/inject": "enabled"}}, "value": {}, "severities": {"own"}},
		"managed": {"fields": {"group": "", "nodes": "managed", "labels": {"istio-injection": "enabled"}}, "value": {}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "Namespace"), case.fields, case.value)
	_severities(found) == case.severities
}

test_pods[value] if {
	some value, expected in {"true": 1, "false": 0}
	found := rule.violations with input as testing.pod_of({"pod_annotations": {"sidecar.istio.io/inject": value}}, {})
	count(found) == expected
}

test_points_at_the_template if {
	found := rule.violations with input as testing.pod_of({"pod_labels": {"sidecar.istio.io/inject": "true"}}, {})
	some violation in found
	violation.item == "o1"
	violation.path == ["spec", "template", "metadata", "labels", "sidecar.istio.io/inject"]
}
