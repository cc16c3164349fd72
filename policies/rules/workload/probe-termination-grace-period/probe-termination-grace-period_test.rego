package rules.workload["probe-termination-grace-period_test"]

import data.lib.testing
import data.rules.workload["probe-termination-grace-period"] as rule

_http := {"httpGet": {"path": "/", "port": 80}}

_graceful := object.union(_http, {"terminationGracePeriodSeconds": 10})

test_reported[note] if {
	some note, case in {
		"liveness": {"container": {"livenessProbe": _graceful}, "count": 1},
		"readiness": {"container": {"readinessProbe": _graceful}, "count": 1},
		"startup": {"container": {"startupProbe": _graceful}, "count": 1},
		"zero": {"container": {"livenessProbe": {"terminationGracePeriodSeconds": 0}}, "count": 1},
		"text": {"container": {"livenessProbe": {"terminationGracePeriodSeconds": "10"}}, "count": 1},
		"left out": {"container": {"livenessProbe": _http}, "count": 0},
		"null": {"container": {"livenessProbe": {"terminationGracePeriodSeconds": null}}, "count": 0},
		"list": {"container": {"livenessProbe": [_graceful]}, "count": 0},
	}

	found := rule.violations with input as testing.container(case.container)
	count(found) == case.count
}

test_points_at_the_field if {
	found := rule.violations with input as testing.pod({"initContainers": [{"name": "a", "startupProbe": _graceful}]})

	some violation in found
	violation.item == "w1/initContainers/0"
	violation.path == ["startupProbe", "terminationGracePeriodSeconds"]
	violation.facts == {"container": "a", "probe": "startupProbe"}
}

test_silent_about_the_pod if {
	count(rule.violations) == 0 with input as testing.pod({"terminationGracePeriodSeconds": 30, "containers": [{"name": "a"}]})
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"livenessProbe": _graceful}]})
	count(rule.violations) == 0 with input as given
}
