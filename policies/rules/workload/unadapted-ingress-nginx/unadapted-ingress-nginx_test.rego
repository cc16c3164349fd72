package rules.workload["unadapted-ingress-nginx_test"]

import data.lib.testing
import data.rules.workload["unadapted-ingress-nginx"] as rule

test_pods[note] if {
	some note, case in {
		"group": {"name": "ingress-nginx", "spec": {"securityContext": {"fsGroup": 101}}, "count": 1},
		"escalation": {"name": "ingress-nginx", "spec": {"containers": [{"securityContext": {"allowPrivilegeEscalation": true}}]}, "count": 1},
		"profile": {"name": "ingress-nginx", "spec": {"containers": [{"securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}}]}, "count": 1},
		"profile taken away": {"name": "ingress-nginx", "spec": {"containers": [{"securityContext": {"seccompProfile": null}}]}, "count": 0},
		"changed": {"name": "ingress-nginx", "spec": {"containers": [{"name": "a"}]}, "count": 0},
		"another": {"name": "web", "spec": {"securityContext": {"fsGroup": 101}}, "count": 0},
	}
	found := rule.violations with input as testing.pod_of({"pod_labels": {"app.kubernetes.io/name": case.name}}, case.spec)
	count(found) == case.count
}

test_by_image[repository] if {
	some repository, expected in {"registry.k8s.io/ingress-nginx/controller": 1, "quay.io/kubernetes-ingress-controller/nginx-ingress-controller": 1, "iad.ocir.io/shop/controller": 0, "docker.io/nginx": 0}
	given := testing.pod({"securityContext": {"fsGroup": 101}, "containers": [{"name": "web"}]})
	with_image := json.patch(given, [{"op": "add", "path": "/workloads/containers/0/image", "value": {"repository": repository}}])
	count(rule.violations) == expected with input as with_image
}

test_settings_of_other_pods[note] if {
	some note, context in {"escalation": {"allowPrivilegeEscalation": true}, "profile": {"seccompProfile": {"type": "RuntimeDefault"}}}
	given := testing.pod_of({"pod_labels": {"app.kubernetes.io/name": "ingress-nginx"}}, {"containers": [{"name": "a"}]})
	others := testing.container_entry({"pod": "w2", "id": "w2/containers/0", "value": {"securityContext": context}}).workloads.containers
	all := array.concat(given.workloads.containers, others)
	count(rule.violations) == 0 with input as object.union(given, {"workloads": object.union(given.workloads, {"containers": all})})
}
