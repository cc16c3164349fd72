package rules.workload["service-mesh-object_test"]

import data.lib.testing
import data.rules.workload["service-mesh-object"] as rule

_severities(found) := {object.get(violation, "severity", "own") | some violation in found}

test_reported[note] if {
	some note, case in {
		"istio": {"fields": {"group": "networking.istio.io"}, "severities": {"own"}},
		"oracle": {"fields": {"group": "servicemesh.oci.oracle.com"}, "severities": {"own"}},
		"linkerd": {"fields": {"group": "policy.linkerd.io", "kind": "Server"}, "severities": {"own"}},
		"smi": {"fields": {"group": "split.smi-spec.io", "kind": "TrafficSplit"}, "severities": {"own"}},
		"patch": {"fields": {"group": "security.istio.io", "kind": "PeerAuthentication", "partial": true}, "severities": {"own"}},
		"exported": {"fields": {"group": "security.istio.io", "kind": "PeerAuthentication", "exported": true}, "severities": {"own"}},
		"mixed": {"fields": {"group": "networking.istio.io", "nodes": "mixed-unknown"}, "severities": {"own"}},
		"knative": {"fields": {"group": "serving.knative.dev", "kind": "Service"}, "severities": set()},
		"gateway api": {"fields": {"group": "gateway.networking.k8s.io", "kind": "Gateway"}, "severities": set()},
		"route": {"fields": {"group": "gateway.networking.k8s.io", "kind": "HTTPRoute"}, "severities": set()},
		"managed": {"fields": {"group": "networking.istio.io", "nodes": "managed"}, "severities": set()},
	}

	found := rule.violations with input as testing.custom(object.get(case.fields, "kind", "VirtualService"), case.fields)
	_severities(found) == case.severities
}
