package rules.workload["node-port-range-container-port_test"]

import data.lib.testing
import data.rules.workload["node-port-range-container-port"] as rule

test_reported[note] if {
	some note, case in {
		"inside": {"given": {"ports": [{"containerPort": 30002}]}, "count": 1},
		"first": {"given": {"ports": [{"containerPort": 30000}]}, "count": 1},
		"last": {"given": {"ports": [{"containerPort": 32767}]}, "count": 1},
		"quoted, as Terraform reads it": {"given": {"ports": [{"containerPort": "30002"}]}, "count": 1},
		"below and above": {"given": {"ports": [{"containerPort": 29999}, {"containerPort": 32768}, {"containerPort": 8080}]}, "count": 0},
		"probe": {"given": {"livenessProbe": {"httpGet": {"path": "/", "port": 30002}}}, "count": 1},
		"three probes": {"given": {"livenessProbe": {"httpGet": {"port": 30002}}, "readinessProbe": {"tcpSocket": {"port": 30003}}, "startupProbe": {"httpGet": {"port": 30004}}}, "count": 3},
		"declared and probed": {"given": {"ports": [{"containerPort": 30002}], "livenessProbe": {"httpGet": {"port": 30002}}}, "count": 1},
		"probe by name": {"given": {"ports": [{"name": "http", "containerPort": 8080}], "livenessProbe": {"httpGet": {"port": "http"}}}, "count": 0},
		"host port": {"given": {"ports": [{"containerPort": 8080, "hostPort": 30002}]}, "count": 0},
		"wrong types": {"given": {"ports": [30002, null, {"containerPort": {}}], "livenessProbe": "httpGet", "readinessProbe": {"httpGet": [30002]}}, "count": 0},
	}

	found := rule.violations with input as testing.container(case.given)
	count(found) == case.count
}

test_probe_is_a_warning if {
	found := rule.violations with input as testing.container({"livenessProbe": {"httpGet": {"port": 30002}}})
	some violation in found
	violation.severity == "warning"
	violation.path == ["livenessProbe", "httpGet", "port"]
}

test_declared_by_another_container if {
	given := testing.pod({"containers": [
		{"name": "proxy", "ports": [{"containerPort": 30002}]},
		{"name": "web", "readinessProbe": {"tcpSocket": {"port": 30002}}},
	]})
	found := rule.violations with input as given
	{v.item | some v in found} == {"w1/containers/0"}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a", "ports": [{"containerPort": 30002}]}]})
	count(rule.violations) == 0 with input as given
}
