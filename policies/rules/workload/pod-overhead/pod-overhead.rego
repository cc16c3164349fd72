# METADATA
# title: Pod overhead
# description: |
#   The overhead field adds what a container runtime needs for itself to the resources of a pod. Virtual nodes do not
#   support it.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-34]
#   message: "{subject} states a pod overhead, which virtual nodes do not support."
#   remediation: "Remove the field, and with it the runtime class that asks for it; add the amount to the resources of the containers."
package rules.workload["pod-overhead"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(pod, ["overhead"], {}) if {
	some pod in virtual.pods
	value := pod.spec.overhead
	not value in [null, {}]
}
