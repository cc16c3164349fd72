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
		"keda, for another kind": {"given": _given("ScaledObject", "keda.sh", {"scaleTargetRef": {"kind": "StatefulSet", "name": "web"}}), "several": false},
		"keda, up to one": {"given": _given("ScaledObject", "keda.sh", {"scaleTargetRef": {"name": "web"}, "maxReplicaCount": 1}), "several": false},
		"two": {"given": _given("HorizontalPodAutoscaler", "autoscaling", {"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 2}), "several": true},
		"nobody knows how many": {"given": _given("HorizontalPodAutoscaler", "autoscaling", {"scaleTargetRef": {"kind": "Deployment", "name": "web"}}), "several": false},
		"a kind of the name": {"given": _given("HorizontalPodAutoscaler", "example.com", {"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 4}), "several": false},
		"another group": {"given": _given("ScaledObject", "example.com", {"scaleTargetRef": {"name": "web"}}), "several": false},
	}

	_is_several == case.several with input as case.given
}

_is_several if {
	autoscaler.several(_pod)
} else := false

test_doubtful[note] if {
	some note, case in {
		"named": {"target": {"kind": "Deployment", "name": "web"}, "horizontal": false, "keda": false},
		"not named": {"target": {"kind": "Deployment"}, "horizontal": true, "keda": true},
		"of no kind, which means a Deployment to KEDA": {"target": {"name": "web"}, "horizontal": true, "keda": false},
	}

	_is_doubtful == case.horizontal with input as _given("HorizontalPodAutoscaler", "autoscaling", {"scaleTargetRef": case.target})
	_is_doubtful == case.keda with input as _given("ScaledObject", "keda.sh", {"scaleTargetRef": case.target})
}

_is_doubtful if {
	autoscaler.doubtful
} else := false

test_of[note] if {
	some note, case in {
		"its own": {"fields": {}, "count": 1},
		"of another namespace": {"fields": {"namespace": "bank"}, "count": 0},
		"of some namespace": {"fields": {"namespace": ""}, "count": 1},
		"of another name": {"fields": {"name": "api"}, "count": 0},
		"of another kind": {"fields": {"kind": "StatefulSet"}, "count": 0},
	}
	spec := {"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 4}
	found := autoscaler.of(object.union(_pod, case.fields)) with input as _given("HorizontalPodAutoscaler", "autoscaling", spec)
	count(found) == case.count
}

test_of_no_namespace if {
	spec := {"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 4}
	given := {"index": {"objects": {"HorizontalPodAutoscaler": [testing.entry("HorizontalPodAutoscaler", {"group": "autoscaling", "namespace": ""}, {"spec": spec})]}}}
	found := autoscaler.of(_pod) with input as given
	count(found) == 1
}

test_several_of_their_own[replicas] if {
	some replicas, several in {1: false, 2: true}
	pod := object.union(_pod, {"replicas": replicas})
	found := [true | autoscaler.several(pod)] with input as {"index": {"objects": {}}}
	count(found) == to_number(several)
}
