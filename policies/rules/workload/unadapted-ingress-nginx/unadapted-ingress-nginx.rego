# METADATA
# title: Unadapted ingress-nginx
# description: |
#   Upstream ingress-nginx sets fsGroup, allowPrivilegeEscalation and a seccomp profile, and its service keeps client addresses
#   with externalTrafficPolicy Local; virtual nodes support none of these. It runs there only from a changed manifest. The one
#   in Oracle's sample repository still has Local, a termination grace period and a network policy, against the documentation,
#   which decides here: the rules about these fields report them.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNK-13]
#   message: "{subject} runs ingress-nginx with settings that virtual nodes do not support."
#   remediation: "Start from the ingress-nginx manifest in oracle-devrel/oci-oke-virtual-nodes."
package rules.workload["unadapted-ingress-nginx"]

import data.lib.template
import data.lib.violation
import data.lib.virtual

violations contains violation.at(place.entry, place.path, {}) if {
	some pod in virtual.pods
	_is_controller(pod)
	_left(pod)
	place := template.metadata(pod)
}

_is_controller(pod) if _labels(pod)["app.kubernetes.io/name"] == "ingress-nginx"

_is_controller(pod) if _by_image[pod.id]

_by_image contains container.pod if {
	some container in virtual.containers
	contains(container.image.repository, "nginx")
	regex.match(`(^|/)(ingress-nginx/controller|nginx-ingress-controller)(-chroot)?$`, container.image.repository)
}

_labels(pod) := object.union(pod.labels, pod.pod_labels)

_left(pod) if pod.spec.securityContext.fsGroup != null

_left(pod) if pod.spec.securityContext.seccompProfile != null

_left(pod) if {
	some container in input.workloads.containers
	container.pod == pod.id
	container.value.securityContext.allowPrivilegeEscalation == true
}

_left(pod) if {
	some container in input.workloads.containers
	container.pod == pod.id
	container.value.securityContext.seccompProfile != null
}
