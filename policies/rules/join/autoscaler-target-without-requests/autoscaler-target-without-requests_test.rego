package rules.join["autoscaler-target-without-requests_test"]

import data.lib.testing
import data.rules.join["autoscaler-target-without-requests"] as rule

_scaler(fields, spec) := testing.entry("HorizontalPodAutoscaler", object.union({"id": "o2", "group": "autoscaling"}, fields), {"spec": object.union(
	{"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 5},
	spec,
)})

_input(pod, scalers) := {"index": {"pods": [testing.indexed_pod(pod)], "objects": {"HorizontalPodAutoscaler": scalers}}}

_resource(target) := {"metrics": [{"type": "Resource", "resource": {"name": "cpu", "target": target}}]}

_container_resource(name, type) := {"metrics": [{"type": "ContainerResource", "containerResource": {"name": name, "container": "web", "target": {"type": type}}}]}

test_reported[note] if {
	some note, case in {
		"requests": {"pod": {}, "spec": {}, "count": 0},
		"none": {"pod": {"has_resources": false}, "spec": {}, "count": 1},
		"utilisation": {"pod": {"has_resources": false}, "spec": _resource({"type": "Utilization"}), "count": 1},
		"old form": {"pod": {"has_resources": false}, "spec": {"metrics": [{"type": "Resource", "resource": {"targetAverageUtilization": 50}}]}, "count": 1},
		"average value": {"pod": {"has_resources": false}, "spec": _resource({"type": "AverageValue"}), "count": 0},
		"old average value": {"pod": {"has_resources": false}, "spec": {"metrics": [{"type": "Resource", "resource": {"targetAverageValue": "1"}}]}, "count": 0},
		"one container": {"pod": {"has_resources": false}, "spec": _container_resource("cpu", "Utilization"), "count": 1},
		"one container of several": {"pod": {"has_resources": false, "cpu": 1}, "spec": _container_resource("cpu", "Utilization"), "count": 0},
		"memory of one container": {"pod": {"has_resources": false}, "spec": _container_resource("memory", "Utilization"), "count": 0},
		"average of one container": {"pod": {"has_resources": false}, "spec": _container_resource("cpu", "AverageValue"), "count": 0},
		"external": {"pod": {"has_resources": false}, "spec": {"metrics": [{"type": "External"}]}, "count": 0},
		"on managed nodes": {"pod": {"has_resources": false, "nodes": "managed"}, "spec": {}, "count": 1},
		"not known": {"pod": {"has_resources": false, "unknown": {"containers.0.resources": "${R}"}}, "spec": {}, "count": 0},
		"something else not known": {"pod": {"has_resources": false, "unknown": {"containers.0.image": "${I}"}}, "spec": {}, "count": 1},
		"patch": {"pod": {"has_resources": false, "partial": true}, "spec": {}, "count": 0},
	}

	found := rule.violations with input as _input(case.pod, [_scaler({}, case.spec)])
	count(found) == case.count
}

test_another_of_the_name[note] if {
	some note, case in {
		"requests": {"fields": {"id": "w2"}, "count": 0},
		"a patch that adds them": {"fields": {"id": "w2", "partial": true}, "count": 0},
		"none either": {"fields": {"id": "w2", "has_resources": false}, "count": 2},
		"in another namespace": {"fields": {"id": "w2", "namespace": "elsewhere"}, "count": 1},
	}
	pods := [testing.indexed_pod({"has_resources": false, "namespace": "shop"}), testing.indexed_pod(object.union({"namespace": "shop"}, case.fields))]
	given := {"index": {"pods": pods, "objects": {"HorizontalPodAutoscaler": [_scaler({"namespace": "shop"}, {})]}}}
	count(rule.violations) == case.count with input as given
}

test_metrics_not_known if {
	count(rule.violations) == 0 with input as _input({"has_resources": false}, [_scaler({"unknown": {"spec.metrics": "var.m"}}, {})])
}

test_shows_the_containers if {
	some violation in rule.violations with input as _input({"has_resources": false}, [_scaler({}, {})])
	violation.item == "o2"
	violation.facts == {"target": "Deployment web"}
	violation.related == [{"item": "w1", "path": ["containers"], "note": "the containers that it would measure"}]
}

# KEDA scales by what its triggers say.
test_scaled_objects if {
	scaled := testing.entry("ScaledObject", {"id": "o2", "group": "keda.sh"}, {"spec": {"scaleTargetRef": {"name": "web"}}})
	given := {"index": {"pods": [testing.indexed_pod({"has_resources": false})], "objects": {"ScaledObject": [scaled]}}}
	count(rule.violations) == 0 with input as given
}

test_triggers[note] if {
	some note, case in {
		"cpu": {"triggers": [{"type": "kafka"}, {"type": "cpu", "metricType": "Utilization"}], "count": 1},
		"memory, as it was written": {"triggers": [{"type": "memory", "metadata": {"type": "Utilization", "value": "60"}}], "count": 1},
		"average": {"triggers": [{"type": "cpu", "metricType": "AverageValue"}], "count": 0},
		"others": {"triggers": [{"type": "prometheus", "metricType": "Utilization"}], "count": 0},
		"junk": {"triggers": [null, 7, {"type": {}, "metadata": 3}, {"type": "cpu", "metadata": "Utilization"}], "count": 0},
	}
	scaled := testing.entry("ScaledObject", {"id": "o2", "group": "keda.sh"}, {"spec": {"scaleTargetRef": {"name": "web"}, "triggers": case.triggers}})
	given := {"index": {"pods": [testing.indexed_pod({"has_resources": false})], "objects": {"ScaledObject": [scaled]}}}
	count(rule.violations) == case.count with input as given
}
