package rules.join["deployment-without-autoscaler_test"]

import data.lib.testing
import data.rules.join["deployment-without-autoscaler"] as rule

_scaler(fields, spec) := testing.entry("HorizontalPodAutoscaler", object.union({"id": "o2", "group": "autoscaling"}, fields), {"spec": object.union(
	{"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 5},
	spec,
)})

_input(pod, scalers) := {"index": {"pods": [testing.indexed_pod(pod)], "objects": {"HorizontalPodAutoscaler": scalers}}}

test_reported[note] if {
	some note, case in {
		"several": {"pod": {"replicas": 3}, "scalers": [], "count": 1},
		"one": {"pod": {}, "scalers": [], "count": 0},
		"scaled": {"pod": {"replicas": 3}, "scalers": [_scaler({}, {})], "count": 0},
		"scaled by one that states no namespace": {"pod": {"replicas": 3}, "scalers": [_scaler({"namespace": ""}, {})], "count": 0},
		"another is scaled": {"pod": {"replicas": 3}, "scalers": [_scaler({}, {"scaleTargetRef": {"kind": "Deployment", "name": "api"}})], "count": 1},
		"target not known": {"pod": {"replicas": 3}, "scalers": [_scaler({}, {"scaleTargetRef": {"kind": "Deployment", "name": null}})], "count": 1},
		"stateful set": {"pod": {"replicas": 3, "kind": "StatefulSet"}, "scalers": [], "count": 0},
		"patch": {"pod": {"replicas": 3, "partial": true}, "scalers": [], "count": 0},
		"managed nodes": {"pod": {"replicas": 3, "nodes": "managed"}, "scalers": [], "count": 0},
	}

	found := rule.violations with input as _input(case.pod, case.scalers)
	count(found) == case.count
}

test_silent_when_some_target_is_not_known if {
	scaler := testing.entry("HorizontalPodAutoscaler", {"group": "autoscaling"}, {"spec": {"scaleTargetRef": {"kind": "Deployment"}}})
	count(rule.violations) == 0 with input as _input({"replicas": 3}, [scaler])
}

test_points_at_the_replicas if {
	some violation in rule.violations with input as _input({"replicas": 3}, [])
	violation.item == "o1"
	violation.path == ["spec", "replicas"]
	violation.facts == {"replicas": 3}
}
