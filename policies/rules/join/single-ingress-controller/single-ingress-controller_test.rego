package rules.join["single-ingress-controller_test"]

import data.lib.testing
import data.rules.join["single-ingress-controller"] as rule

_scaler(fields, spec) := testing.entry("HorizontalPodAutoscaler", object.union({"id": "o2", "group": "autoscaling"}, fields), {"spec": object.union(
	{"scaleTargetRef": {"kind": "Deployment", "name": "web"}, "maxReplicas": 5},
	spec,
)})

_input(pod, scalers) := {"index": {"pods": [testing.indexed_pod(pod)], "objects": {"HorizontalPodAutoscaler": scalers}}}

_nginx := ["registry.k8s.io/ingress-nginx/controller:v1.11.2@sha256:0"]

test_reported[note] if {
	some note, case in {
		"nginx": {"pod": {"images": _nginx}, "scalers": [], "count": 1},
		"traefik": {"pod": {"images": ["traefik:v3.1"]}, "scalers": [], "count": 1},
		"its own": {"pod": {"images": ["ghcr.io/oracle/oci-native-ingress-controller"]}, "scalers": [], "count": 1},
		"by labels": {"pod": {"pod_labels": {"app.kubernetes.io/name": "ingress-nginx", "app.kubernetes.io/component": "controller"}}, "scalers": [], "count": 1},
		"another part of it": {"pod": {"pod_labels": {"app.kubernetes.io/name": "ingress-nginx", "app.kubernetes.io/component": "default-backend"}}, "scalers": [], "count": 0},
		"controller of something else": {"pod": {"pod_labels": {"app.kubernetes.io/name": "cert-manager", "app.kubernetes.io/component": "controller"}}, "scalers": [], "count": 0},
		"perhaps scaled": {"pod": {"images": _nginx}, "scalers": [testing.entry("HorizontalPodAutoscaler", {"group": "autoscaling", "unknown": {"spec.scaleTargetRef.name": "var.n"}}, {"spec": {"scaleTargetRef": {"kind": "Deployment"}}})], "count": 0},
		"two": {"pod": {"images": _nginx, "replicas": 2}, "scalers": [], "count": 0},
		"scaled": {"pod": {"images": _nginx}, "scalers": [_scaler({}, {})], "count": 0},
		"not known": {"pod": {"images": _nginx, "unknown": {"replicas": "${R}"}}, "scalers": [], "count": 0},
		"daemon set": {"pod": {"images": _nginx, "kind": "DaemonSet"}, "scalers": [], "count": 0},
		"default backend": {"pod": {"images": ["registry.k8s.io/defaultbackend-amd64:1.5"]}, "scalers": [], "count": 0},
		"certificates": {"pod": {"images": ["registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1"]}, "scalers": [], "count": 0},
		"web server": {"pod": {"images": ["nginx:1.27"]}, "scalers": [], "count": 0},
		"patch": {"pod": {"images": _nginx, "partial": true}, "scalers": [], "count": 0},
		"managed nodes": {"pod": {"images": _nginx, "nodes": "managed"}, "scalers": [], "count": 0},
	}

	found := rule.violations with input as _input(case.pod, case.scalers)
	count(found) == case.count
}
