package rules.workload["unadapted-metrics-server_test"]

import data.lib.testing
import data.rules.workload["unadapted-metrics-server"] as rule

test_containers[note] if {
	some note, case in {
		"adapted": {"value": {"args": ["--kubelet-use-node-status-port"]}, "count": 0},
		"bare": {"value": {}, "count": 1},
		"probe": {"value": {"args": ["--kubelet-use-node-status-port"], "livenessProbe": {}}, "count": 1},
		"junk": {"value": {"args": "--kubelet-use-node-status-port"}, "count": 1},
	}
	found := rule.violations with input as testing.container_entry({"value": case.value, "image": {"repository": "registry.k8s.io/metrics-server/metrics-server"}})
	count(found) == case.count
}

test_silent_on_patches_and_other_images if {
	every fields in [{"partial": true, "image": {"repository": "metrics-server"}}, {"image": {"repository": "shop/metrics-server-docs"}}] {
		count(rule.violations) == 0 with input as testing.container_entry(fields)
	}
}

test_host_network[note] if {
	some note, case in {
		"on": {"spec": {"hostNetwork": true}, "count": 1},
		"off": {"spec": {"hostNetwork": false}, "count": 0},
		"text": {"spec": {"hostNetwork": "true"}, "count": 0},
		"not stated": {"spec": {}, "count": 0},
	}
	adapted := {"value": {"args": ["--kubelet-use-node-status-port"]}, "image": {"repository": "registry.k8s.io/metrics-server/metrics-server"}}
	given := {"facts": testing.facts, "workloads": {
		"pods": testing.pod(case.spec).workloads.pods,
		"containers": testing.container_entry(adapted).workloads.containers,
	}}
	found := rule.violations with input as given
	count(found) == case.count
}

test_host_network_of_another_pod if {
	adapted := {"value": {"args": ["--kubelet-use-node-status-port"]}, "image": {"repository": "registry.k8s.io/metrics-server/metrics-server"}}
	given := {"facts": testing.facts, "workloads": {
		"pods": testing.pod_of({"id": "w2"}, {"hostNetwork": true}).workloads.pods,
		"containers": testing.container_entry(adapted).workloads.containers,
	}}
	count(rule.violations) == 0 with input as given
}

test_arguments_not_known[place] if {
	some place, expected in {
		"containers.0.args": 0,
		"containers.0.command": 0,
		"containers.0.args.2": 0,
		"containers.0.image": 1,
		"containers.1.args": 1,
		"containers.0.argsOfSomethingElse": 1,
	}
	given := {"facts": testing.facts, "workloads": {
		"pods": array.concat(testing.pod_of({"unknown": {place: "var.a"}}, {}).workloads.pods, testing.pod_of({"id": "w2"}, {}).workloads.pods),
		"containers": testing.container_entry({"value": {}, "image": {"repository": "metrics-server"}}).workloads.containers,
	}}
	found := rule.violations with input as given
	count(found) == expected
}

test_arguments_of_another_pod if {
	given := {"facts": testing.facts, "workloads": {
		"pods": testing.pod_of({"id": "w2", "unknown": {"containers.0.args": "var.a"}}, {}).workloads.pods,
		"containers": testing.container_entry({"value": {}, "image": {"repository": "metrics-server"}}).workloads.containers,
	}}
	found := rule.violations with input as given
	count(found) == 1
}
