package rules.workload["service-mesh-object_test"]

import data.lib.testing
import data.rules.workload["service-mesh-object"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"istio": {"fields": {"group": "networking.istio.io"}, "value": {}, "severities": {"own"}},
		"oracle": {"fields": {"group": "servicemesh.oci.oracle.com"}, "value": {}, "severities": {"own"}},
		"linkerd": {"fields": {"group": "policy.linkerd.io", "kind": "Server"}, "value": {}, "severities": {"own"}},
		"gateway api": {"fields": {"group": "gateway.networking.k8s.io", "kind": "Gateway"}, "value": {}, "severities": set()},
		"route": {"fields": {"group": "gateway.networking.k8s.io", "kind": "HTTPRoute"}, "value": {}, "severities": set()},
		"managed": {"fields": {"group": "networking.istio.io", "nodes": "managed"}, "value": {}, "severities": set()},
	}

	found := rule.violations with input as testing.object_of(object.get(case.fields, "kind", "VirtualService"), case.fields, case.value)
	_severities(found) == case.severities
}
