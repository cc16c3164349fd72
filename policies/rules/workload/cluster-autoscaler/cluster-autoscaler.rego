# METADATA
# title: Cluster autoscaler
# description: |
#   The Cluster Autoscaler does not support virtual nodes: their number is fixed, and each pod brings its own capacity. Where all
#   nodes are virtual it has nothing to scale.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-14, ARC-13]
#   message: "{subject} runs the Cluster Autoscaler, which does not support virtual nodes."
#   remediation: "Remove it, and scale the pods with a HorizontalPodAutoscaler."
package rules.workload["cluster-autoscaler"]

import data.lib.violation
import data.lib.virtual

# In a mixed cluster it scales the managed pools.
violations contains violation.at(container, ["image"], {}) if {
	some container in _by_image
}

# A copy of the image may have any name.
violations contains violation.at({"id": pod.object}, ["metadata", "name"], {}) if {
	some pod in virtual.pods
	virtual.certain(pod)
	pod.kind == "Deployment"
	pod.group in {"apps", "extensions"}
	_named(pod)
	count([container | some container in _by_image; container.pod == pod.id]) == 0
}

_by_image contains container if {
	some container in virtual.containers
	virtual.certain(container)
	contains(container.image.repository, "cluster-autoscaler")
	regex.match(`(^|/)(oci-)?cluster-autoscaler(-(amd64|arm64))?$`, container.image.repository)
}

_named(pod) if pod.name == "cluster-autoscaler"

_named(pod) if {
	some key in ["app", "k8s-app", "app.kubernetes.io/name"]
	pod.pod_labels[key] == "cluster-autoscaler"
}
