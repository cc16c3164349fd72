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

test_served_by_a_mesh[note] if {
	some note, case in {
		"gateway": {"kind": "Gateway", "group": "gateway.networking.k8s.io", "value": {"spec": {"gatewayClassName": "istio"}}, "count": 1},
		"gateway of nginx": {"kind": "Gateway", "group": "gateway.networking.k8s.io", "value": {"spec": {"gatewayClassName": "nginx"}}, "count": 0},
		"ingress": {"kind": "Ingress", "group": "networking.k8s.io", "value": {"spec": {"ingressClassName": "istio"}}, "count": 1},
		"ingress of nginx": {"kind": "Ingress", "group": "networking.k8s.io", "value": {"spec": {"ingressClassName": "nginx"}}, "count": 0},
		"ingress without class": {"kind": "Ingress", "group": "networking.k8s.io", "value": {"spec": null}, "count": 0},
		"gateway of Istio's own API": {"kind": "Gateway", "group": "networking.istio.io", "value": {"spec": {"gatewayClassName": "istio"}}, "count": 0},
		"old ingress": {"kind": "Ingress", "group": "extensions", "value": {"spec": {"ingressClassName": "istio"}}, "count": 1},
		"ingress of another API": {"kind": "Ingress", "group": "config.openshift.io", "value": {"spec": {"ingressClassName": "istio"}}, "count": 0},
		"ingress on managed nodes": {"kind": "Ingress", "group": "networking.k8s.io", "nodes": "managed", "value": {"spec": {"ingressClassName": "istio"}}, "count": 0},
		"managed": {"kind": "Gateway", "group": "gateway.networking.k8s.io", "nodes": "managed", "value": {"spec": {"gatewayClassName": "istio"}}, "count": 0},
	}
	given := testing.object_of(case.kind, {"group": case.group, "nodes": object.get(case, "nodes", "virtual")}, case.value)
	found := rule.violations with input as given
	count(found) == case.count
}

test_ingress_class_as_annotation if {
	fields := {"group": "networking.k8s.io", "annotations": {"kubernetes.io/ingress.class": "istio"}}
	found := rule.violations with input as testing.object_of("Ingress", fields, {})
	{violation.path | some violation in found} == {["metadata", "annotations", "kubernetes.io/ingress.class"]}
}

test_classes_of_meshes[class] if {
	some class in ["istio", "istio-remote", "istio-waypoint", "consul", "kuma"]
	given := testing.object_of("Gateway", {"group": "gateway.networking.k8s.io"}, {"spec": {"gatewayClassName": class}})
	count(rule.violations) == 1 with input as given
}
