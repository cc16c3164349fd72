package rules.join["uneven-pod-spread_test"]

import data.lib.testing
import data.rules.join["uneven-pod-spread"] as rule

_scaler(fields, spec) := testing.entry("HorizontalPodAutoscaler", object.union({"id": "o2", "group": "autoscaling"}, fields), {"spec": object.union(
	{"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 5},
	spec,
)})

_input(pod, scalers) := {"index": {"pods": [testing.indexed_pod(pod)], "objects": {"HorizontalPodAutoscaler": scalers}}}

test_reported[note] if {
	some note, case in {
		"one": {"pod": {}, "scalers": [], "count": 0},
		"two": {"pod": {"replicas": 2}, "scalers": [], "count": 1},
		"by an autoscaler": {"pod": {}, "scalers": [_scaler({}, {})], "count": 1},
		"autoscaler of another": {"pod": {}, "scalers": [_scaler({}, {"scaleTargetRef": {"kind": "Deployment", "name": "api"}})], "count": 0},
		"autoscaler of another kind": {"pod": {}, "scalers": [_scaler({}, {"scaleTargetRef": {"kind": "StatefulSet", "name": "web"}})], "count": 0},
		"autoscaler in another namespace": {"pod": {}, "scalers": [_scaler({"namespace": "b"}, {})], "count": 0},
		"autoscaler to one": {"pod": {}, "scalers": [_scaler({}, {"maxReplicas": 1})], "count": 0},
		"spread": {"pod": {"replicas": 2, "spread": true}, "scalers": [], "count": 0},
		"spread not known": {"pod": {"replicas": 2, "unknown": {"topologySpreadConstraints": "var.a"}}, "scalers": [], "count": 0},
		"affinity not known": {"pod": {"replicas": 2, "unknown": {"affinity.podAntiAffinity": "var.a"}}, "scalers": [], "count": 0},
		"something else not known": {"pod": {"replicas": 2, "unknown": {"containers.0.image": "var.a"}}, "scalers": [], "count": 1},
		"replica set": {"pod": {"replicas": 2, "kind": "ReplicaSet"}, "scalers": [], "count": 1},
		"replication controller": {"pod": {"replicas": 2, "kind": "ReplicationController"}, "scalers": [], "count": 1},
		"rollout": {"pod": {"replicas": 2, "kind": "Rollout"}, "scalers": [], "count": 1},
		"stateful set": {"pod": {"replicas": 2, "kind": "StatefulSet"}, "scalers": [], "count": 1},
		"job": {"pod": {"replicas": 2, "kind": "Job"}, "scalers": [], "count": 0},
		"patch": {"pod": {"replicas": 2, "partial": true}, "scalers": [], "count": 0},
		"managed nodes": {"pod": {"replicas": 2, "nodes": "managed"}, "scalers": [], "count": 0},
	}

	found := rule.violations with input as _input(case.pod, case.scalers)
	count(found) == case.count
}

test_by_keda if {
	scaled := testing.entry("ScaledObject", {"group": "keda.sh"}, {"spec": {"scaleTargetRef": {"name": "web"}}})
	count(rule.violations) == 1 with input as {"index": {"pods": [testing.indexed_pod({})], "objects": {"ScaledObject": [scaled]}}}
}
