package lib.autoscaler_test

import data.lib.autoscaler
import data.lib.testing

_pod := {"kind": "Deployment", "name": "web", "namespace": "shop", "replicas": 1}

_given(kind, group, spec) := {"index": {"objects": {kind: [testing.entry(kind, {"group": group}, {"spec": spec})]}}}

test_several[note] if {
	some note, case in {
		"many": {"given": _given("HorizontalPodAutoscaler", "autoscaling", {"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 4}), "several": true},
		"one": {"given": _given("HorizontalPodAutoscaler", "autoscaling", {"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 1}), "several": false},
		"keda": {"given": _given("ScaledObject", "keda.sh", {"scaleTargetRef": {"name": "web"}}), "several": true},
		"another group": {"given": _given("ScaledObject", "example.com", {"scaleTargetRef": {"name": "web"}}), "several": false},
	}

	_is_several == case.several with input as case.given
}

_is_several if {
	autoscaler.several(_pod)
} else := false

test_doubtful[note] if {
	some note, case in {
		"named": {"target": {"name": "web"}, "doubtful": false},
		"not named": {"target": {"kind": "Deployment"}, "doubtful": true},
	}

	_is_doubtful == case.doubtful with input as _given("HorizontalPodAutoscaler", "autoscaling", {"scaleTargetRef": case.target})
	_is_doubtful == case.doubtful with input as _given("ScaledObject", "keda.sh", {"scaleTargetRef": case.target})
}

_is_doubtful if {
	autoscaler.doubtful
} else := false
