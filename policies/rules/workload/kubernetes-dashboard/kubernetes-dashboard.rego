# METADATA
# title: Kubernetes Dashboard
# description: |
#   Oracle lists the Kubernetes Dashboard as not supported on virtual nodes. Oracle's own sample repository contradicts that: it
#   has a changed copy that runs there. The documentation decides here, as the sample carries no support. The project was archived in 2026,
#   and the documentation of OKE points to Headlamp.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-12]
#   message: "{subject} runs or serves the Kubernetes Dashboard, which virtual nodes do not support."
#   remediation: "Use Headlamp, or run the dashboard on managed nodes."
package rules.workload["kubernetes-dashboard"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at({"id": pod.object}, ["metadata", "name"], {}) if {
	some pod in virtual.pods
	pod.kind == "Deployment"
	pod.group in {"apps", "extensions"}
	_named(pod)
}

violations contains violation.at(ingress, ["metadata", "name"], {}) if {
	some ingress in input.workloads.objects.Ingress
	ingress.group in {"networking.k8s.io", "extensions"}
	virtual.bound(ingress)
	_serves(ingress)
}

_named(object) if object.name in {"kubernetes-dashboard", "kubernetes-dashboard-web", "kubernetes-dashboard-api", "kubernetes-dashboard-auth", "kubernetes-dashboard-kong"}

_named(object) if object.labels[_] == "kubernetes-dashboard"

_named(pod) if _by_image[pod.id]

_by_image contains container.pod if {
	some container in virtual.containers
	contains(container.image.repository, "kubernetesui/dashboard")
	regex.match(`(^|/)kubernetesui/dashboard(-(web|api|auth|arm64|amd64))?$`, container.image.repository)
}

_serves(ingress) if startswith(ingress.value.spec.rules[_].http.paths[_].backend.service.name, "kubernetes-dashboard")

_serves(ingress) if startswith(ingress.value.spec.defaultBackend.service.name, "kubernetes-dashboard")
