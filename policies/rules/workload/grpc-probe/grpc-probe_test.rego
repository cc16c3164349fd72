package rules.workload["grpc-probe_test"]

import data.lib.testing
import data.rules.workload["grpc-probe"] as rule

test_reported[note] if {
	some note, case in {
		"liveness": {"container": {"livenessProbe": {"grpc": {"port": 8080}}}, "count": 1},
		"readiness": {"container": {"readinessProbe": {"grpc": {"port": 8080, "service": "ready"}}}, "count": 1},
		"startup": {"container": {"startupProbe": {"grpc": {"port": 8080}}}, "count": 1},
		"two": {"container": {"livenessProbe": {"grpc": {}}, "readinessProbe": {"grpc": {"port": 1}}}, "count": 2},
		"http": {"container": {"livenessProbe": {"httpGet": {"path": "/healthz", "port": 8080}}}, "count": 0},
		"https": {"container": {"livenessProbe": {"httpGet": {"port": 8443, "scheme": "HTTPS"}}}, "count": 0},
		"exec": {"container": {"startupProbe": {"exec": {"command": ["cat", "/tmp/healthy"]}}}, "count": 0},
		"tcp": {"container": {"livenessProbe": {"tcpSocket": {"port": 8080}}}, "count": 0},
		"exec of a gRPC probe": {"container": {"livenessProbe": {"exec": {"command": ["grpc_health_probe"]}}}, "count": 0},
		"null": {"container": {"livenessProbe": {"grpc": null}}, "count": 0},
		"not a probe": {"container": {"livenessProbe": "grpc"}, "count": 0},
		"port by that name": {"container": {"ports": [{"name": "grpc", "containerPort": 8080}]}, "count": 0},
	}

	found := rule.violations with input as testing.container(case.container)
	count(found) == case.count
}

test_every_list[list] if {
	some list in ["containers", "initContainers", "ephemeralContainers"]
	found := rule.violations with input as testing.pod({list: [{"name": "a", "livenessProbe": {"grpc": {"port": 1}}}]})

	some violation in found
	violation.item == $"w1/{list}/0"
	violation.path == ["livenessProbe", "grpc"]
	violation.facts == {"container": "a", "probe": "livenessProbe"}
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"livenessProbe": {"grpc": {"port": 1}}}]})
	count(rule.violations) == 0 with input as given
}
