# METADATA
# title: Ingress controller with one replica
# description: |
#   The ingress controller runs apart from the application and scales apart from it. With one replica, each restart or move of
#   its pod stops all traffic from outside.
# related_resources:
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
#   - description: Ingress controllers
#     ref: https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/
# custom:
#   severity: notice
#   target: virtual
#   requirements: [ARC-33]
#   message: "{subject} is an ingress controller with a single replica."
#   remediation: "Run two replicas or more, or let a HorizontalPodAutoscaler decide."
package rules.join["single-ingress-controller"]

import data.lib.autoscaler
import data.lib.violation
import data.lib.virtual

# Looking for a word is much cheaper than the pattern, and most images have none of them.
_words := ["ingress", "traefik", "kong", "emissary", "voyager"]

# By image, without tag; the default backends and webhooks of these projects have other ones.
_images := `(^|/)(ingress-nginx/controller|nginx-ingress-controller|nginx/nginx-ingress|nginx-plus-ingress|traefik|haproxy-ingress|haproxytech/kubernetes-ingress|kong/kubernetes-ingress-controller|kong-ingress-controller|kong|oci-native-ingress-controller|apache/apisix-ingress-controller|emissary|voyager)(:|@|$)`

violations contains violation.at({"id": pod.object}, ["spec", "replicas"], {}) if {
	some pod in virtual.indexed_pods
	pod.kind == "Deployment"
	pod.replicas == 1
	not pod.partial
	not pod.unknown.replicas
	_controller(pod)
	count(autoscaler.of(pod)) == 0
	not autoscaler.doubtful
}

_controller(pod) if {
	some image in pod.images
	some word in _words
	contains(image, word)
	regex.match(_images, image)
}

_controller(pod) if {
	pod.pod_labels["app.kubernetes.io/name"] == "ingress-nginx"
	pod.pod_labels["app.kubernetes.io/component"] == "controller"
}
