# METADATA
# title: Pod operating system
# description: |
#   The os field tells the kubelet which operating system a pod is for. Virtual nodes do not support it; they run Linux pods
#   only.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-33]
#   message: "{subject} states the os field, which virtual nodes do not support."
#   remediation: "Remove the field; where the operating system has to be chosen, use the node selector kubernetes.io/os."
package rules.workload["pod-operating-system"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(pod, ["os"], {}) if {
	some pod in virtual.pods
	value := pod.spec.os
	value != null
}
