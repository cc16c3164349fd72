package lib.demand_test

import data.lib.demand

_pod(fields) := object.union({"id": "w", "kind": "Deployment", "name": "web", "namespace": "shop", "nodes": "virtual", "replicas": 2, "unknown": {}}, fields)

_scaler(most) := {"group": "autoscaling", "namespace": "shop", "value": {"spec": {"maxReplicas": most, "scaleTargetRef": {"kind": "Deployment", "name": "web"}}}}

_endless := {"group": "autoscaling", "namespace": "shop", "value": {"spec": {"scaleTargetRef": {"kind": "Deployment", "name": "web"}}}}

_given(pods, scalers) := {"index": {"pods": pods, "objects": {"HorizontalPodAutoscaler": scalers}}}

test_pods[note] if {
	some note, case in {
		"replicas": {"pods": [_pod({})], "scalers": [], "numbers": {2}},
		"two workloads": {"pods": [_pod({}), _pod({"name": "api", "replicas": 5})], "scalers": [], "numbers": {7}},
		"scaled": {"pods": [_pod({})], "scalers": [_scaler(40)], "numbers": {40}},
		"scaled, replicas unknown": {"pods": [_pod({"unknown": {"replicas": "var.n"}})], "scalers": [_scaler(40)], "numbers": {40}},
		"scaled by several": {"pods": [_pod({})], "scalers": [_scaler(40), _scaler(7)], "numbers": {40}},
		"scaled to one": {"pods": [_pod({})], "scalers": [_scaler(1)], "numbers": {1}},
		"scaled, nobody knows how far": {"pods": [_pod({})], "scalers": [_endless], "numbers": set()},
		"scaled, nobody knows what": {"pods": [_pod({})], "scalers": [{"group": "autoscaling", "namespace": "shop", "value": {"spec": {"maxReplicas": 3}}}], "numbers": set()},
		"unknown": {"pods": [_pod({"unknown": {"replicas": "var.n"}})], "scalers": [], "numbers": set()},
		"managed nodes": {"pods": [_pod({"nodes": "managed"})], "scalers": [], "numbers": {0}},
		"perhaps virtual": {"pods": [_pod({"nodes": "mixed-unknown"})], "scalers": [], "numbers": {0}},
		"none": {"pods": [], "scalers": [], "numbers": {0}},
	}
	numbers := {number | number := demand.pods} with input as _given(case.pods, case.scalers)
	numbers == case.numbers
}
