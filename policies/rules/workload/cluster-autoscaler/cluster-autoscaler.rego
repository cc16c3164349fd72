# METADATA
# title: Cluster autoscaler
# description: |
#   Virtual nodes scale by themselves, and the Cluster Autoscaler does not support them: where all nodes are virtual it has nothing
#   to scale.
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
	some container in virtual.containers
	virtual.certain(container)
	contains(container.image.repository, "cluster-autoscaler")
	regex.match(`(^|/)(oci-)?cluster-autoscaler(-(amd64|arm64))?$`, container.image.repository)
}
