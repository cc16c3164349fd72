package rules.bootstrap["public-api-endpoint_test"]

import data.lib.bootstrap_testing
import data.lib.testing
import data.rules.bootstrap["public-api-endpoint"] as rule

_given(fields) := {"facts": testing.facts, "bootstraps": [bootstrap_testing.script(fields)], "node_pools": [], "index": {"objects": {}}}

test_reported[note] if {
	some note, case in {
		"public address": {"entry": {"endpoint": "129.146.0.1"}, "severities": {"own"}},
		"with a port": {"entry": {"endpoint": "https://129.146.0.1:6443"}, "severities": {"own"}},
		"private 10": {"entry": {"endpoint": "10.255.0.3"}, "severities": set()},
		"private 172": {"entry": {"endpoint": "172.31.0.3"}, "severities": set()},
		"just outside 172": {"entry": {"endpoint": "172.32.0.3"}, "severities": {"own"}},
		"private 192": {"entry": {"endpoint": "192.168.1.3"}, "severities": set()},
		"with a port, private": {"entry": {"endpoint": "10.0.0.3:6443"}, "severities": set()},
		"host name": {"entry": {"endpoint": "api.example.internal"}, "severities": set()},
		"no address": {"entry": {"endpoint": "1.2.3"}, "severities": set()},
		"public attribute": {"entry": {"endpoint": null, "endpoint_from": "oci_containerengine_cluster.c.endpoints[0].public_endpoint"}, "severities": {"own"}},
		"public attribute, cut": {"entry": {"endpoint": null, "endpoint_from": "split(\":\", oci_containerengine_cluster.c.endpoints[0].public_endpoint)[0]"}, "severities": {"own"}},
		"private attribute": {"entry": {"endpoint": null, "endpoint_from": "oci_containerengine_cluster.c.endpoints[0].private_endpoint"}, "severities": set()},
		"either": {"entry": {"endpoint": null, "endpoint_from": "var.public ? c.endpoints[0].public_endpoint : c.endpoints[0].private_endpoint"}, "severities": set()},
		"of a second branch": {"entry": {"other_endpoints": ["10.0.0.4", "129.146.0.1"]}, "severities": {"own"}},
		"variable": {"entry": {"endpoint": null, "endpoint_from": "$ENDPOINT"}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"endpoint": "129.146.0.1"})
	{violation.path | some violation in found} == {["endpoint"]}
}
