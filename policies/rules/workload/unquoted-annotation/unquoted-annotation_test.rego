package rules.workload["unquoted-annotation_test"]

import data.lib.testing
import data.rules.workload["unquoted-annotation"] as rule

_internal := "service.beta.kubernetes.io/oci-load-balancer-internal"

test_reported[note] if {
	some note, case in {
		"boolean": {"annotations": {_internal: true}, "facts": {{"key": _internal, "type": "boolean"}}},
		"number": {"annotations": {"oci-network-load-balancer.oraclecloud.com/health-check-retries": 3}, "facts": {{"key": "oci-network-load-balancer.oraclecloud.com/health-check-retries", "type": "number"}}},
		"text": {"annotations": {_internal: "true"}, "facts": set()},
		"nothing": {"annotations": {_internal: null}, "facts": set()},
		"somebody else's": {"annotations": {"example.com/oci": true}, "facts": set()},
		"no map": {"annotations": [true], "facts": set()},
	}
	found := rule.violations with input as testing.object_of("Service", {"group": ""}, {"metadata": {"annotations": case.annotations}})
	{violation.facts | some violation in found} == case.facts
}

test_on_any_nodes if {
	given := testing.object_of("Service", {"group": "", "nodes": "managed"}, {"metadata": {"annotations": {_internal: true}}})
	count(rule.violations) == 1 with input as given
}

test_not_of_knative if {
	given := testing.object_of("Service", {"group": "serving.knative.dev"}, {"metadata": {"annotations": {_internal: true}}})
	count(rule.violations) == 0 with input as given
}

test_requirements[key] if {
	some key, id in {
		"service.beta.kubernetes.io/oci-load-balancer-security-list-management-mode": "VNL-01",
		"oci.oraclecloud.com/security-rule-management-mode": "VNL-02",
		"oci.oraclecloud.com/node-label-selector": "VNL-13",
		_internal: "VNL-10",
	}
	found := rule.violations with input as testing.object_of("Service", {"group": ""}, {"metadata": {"annotations": {key: 1}}})
	{violation.requirements | some violation in found} == {[id]}
}
