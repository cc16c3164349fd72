package rules.workload["host-port_test"]

import data.lib.testing
import data.rules.workload["host-port"] as rule

test_reported[note] if {
	some note, case in {
		"port": {"given": {"ports": [{"containerPort": 81, "hostPort": 80}]}, "count": 1},
		"address": {"given": {"ports": [{"containerPort": 81, "hostIP": "127.0.0.1"}]}, "count": 1},
		"both": {"given": {"ports": [{"containerPort": 81, "hostPort": 80, "hostIP": "0.0.0.0"}]}, "count": 2},
		"two ports": {"given": {"ports": [{"hostPort": 80}, {"hostPort": 443}]}, "count": 2},
		"quoted, as Terraform reads it": {"given": {"ports": [{"hostPort": "80"}]}, "count": 1},
		"zero": {"given": {"ports": [{"containerPort": 81, "hostPort": 0}]}, "count": 0},
		"null": {"given": {"ports": [{"hostPort": null, "hostIP": null}]}, "count": 0},
		"empty address": {"given": {"ports": [{"hostIP": ""}]}, "count": 0},
		"container port": {"given": {"ports": [{"containerPort": 8080, "protocol": "TCP"}]}, "count": 0},
		"wrong types": {"given": {"ports": [80, "hostPort", null]}, "count": 0},
		"text": {"given": {"ports": "hostPort"}, "count": 0},
	}

	found := rule.violations with input as testing.container(case.given)
	count(found) == case.count
}

test_points_at_the_field if {
	given := testing.container({"ports": [{"containerPort": 80}, {"containerPort": 81, "hostPort": 80}]})
	found := rule.violations with input as given
	some violation in found
	violation.path == ["ports", 1, "hostPort"]
	violation.requirements == ["VNP-52", "ARC-34"]
}

test_silent_on_managed_nodes if {
	given := testing.pod_of({"nodes": "managed"}, {"containers": [{"name": "a", "ports": [{"hostPort": 80}]}]})
	count(rule.violations) == 0 with input as given
}
