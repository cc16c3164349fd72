package rules.bootstrap["malformed-api-endpoint_test"]

import data.lib.bootstrap_testing
import data.lib.testing
import data.rules.bootstrap["malformed-api-endpoint"] as rule

_given(fields) := {"facts": testing.facts, "bootstraps": [bootstrap_testing.script(fields)], "node_pools": [], "index": {"objects": {}}}

test_reported[note] if {
	some note, case in {
		"port": {"entry": {"endpoint": "10.0.0.3:6443"}, "severities": {"own"}},
		"scheme": {"entry": {"endpoint": "https://10.0.0.3"}, "severities": {"own"}},
		"both": {"entry": {"endpoint": "https://10.0.0.3:6443/"}, "severities": {"own"}},
		"address": {"entry": {"endpoint": "10.0.0.3"}, "severities": set()},
		"host name": {"entry": {"endpoint": "api.example"}, "severities": set()},
		"attribute as it is": {"entry": {"endpoint": null, "endpoint_from": "oci_containerengine_cluster.c.endpoints[0].private_endpoint"}, "severities": {"own"}},
		"address for other networks": {"entry": {"endpoint": null, "endpoint_from": "oci_containerengine_cluster.c.endpoints[0].kubernetes"}, "severities": {"own"}},
		"name in the network": {"entry": {"endpoint": null, "endpoint_from": "c.endpoints[0].vcn_hostname_endpoint"}, "severities": {"own"}},
		"its address split": {"entry": {"endpoint": null, "endpoint_from": "split(\":\", c.endpoints[0].kubernetes)[0]"}, "severities": set()},
		"attribute split": {"entry": {"endpoint": null, "endpoint_from": "split(\":\",oci_containerengine_cluster.c.endpoints[0].private_endpoint)[0]"}, "severities": set()},
		"attribute as an element": {"entry": {"endpoint": null, "endpoint_from": "element(split(\":\", c.endpoints.0.private_endpoint), 0)"}, "severities": set()},
		"command line of the cloud": {"entry": {"endpoint": null, "endpoint_from": "$(oci ce cluster get --query 'data.endpoints.\"private-endpoint\"' --raw-output)"}, "severities": {"own"}},
		"command line, cut": {"entry": {"endpoint": null, "endpoint_from": "$(oci ce cluster get --query 'data.endpoints.\"private-endpoint\"' --raw-output | cut -d: -f1)"}, "severities": set()},
		"output of a module": {"entry": {"endpoint": null, "endpoint_from": "module.oke.cluster_private_endpoint"}, "severities": set()},
		"of a second branch": {"entry": {"other_endpoints": ["10.0.0.4", "10.0.0.3:6443"]}, "severities": {"own"}},
		"a variable with a port": {"entry": {"endpoint": null, "endpoint_from": "${host}:6443"}, "severities": {"own"}},
		"a variable with a variable port": {"entry": {"endpoint": null, "endpoint_from": "${host}:"}, "severities": {"own"}},
		"a variable with a scheme": {"entry": {"endpoint": null, "endpoint_from": "https://${host}"}, "severities": {"own"}},
		"a variable without its port": {"entry": {"endpoint": null, "endpoint_from": "${host%%:*}"}, "severities": set()},
		"what a command leaves of it": {"entry": {"endpoint": null, "endpoint_from": "$(echo https://$host:6443 | cut -d/ -f3 | cut -d: -f1)"}, "severities": set()},
		"variable": {"entry": {"endpoint": null, "endpoint_from": "var.private_endpoint"}, "severities": set()},
	}

	found := rule.violations with input as _given(case.entry)
	{_severity(violation) | some violation in found} == case.severities
}

_severity(violation) := object.get(violation, "severity", "own")

test_place if {
	found := rule.violations with input as _given({"endpoint": "10.0.0.3:6443"})
	{violation.path | some violation in found} == {["endpoint"]}
}

test_place_of_another if {
	found := rule.violations with input as _given({"other_endpoints": ["10.0.0.4", "10.0.0.3:6443"]})
	{violation.path | some violation in found} == {["other_endpoints", 1]}
}
