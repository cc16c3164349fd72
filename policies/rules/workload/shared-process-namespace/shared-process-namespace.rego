# METADATA
# title: Shared process namespace
# description: |
#   With shareProcessNamespace the containers of a pod see each other's processes. Virtual nodes do not support the field.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-36]
#   message: "{subject} sets shareProcessNamespace to {value:plain}, a field that virtual nodes do not support."
#   remediation: "Remove the field and let the containers talk over localhost or a shared emptyDir, or run this workload on managed nodes."
package rules.workload["shared-process-namespace"]

import data.lib.boolean
import data.lib.violation
import data.lib.virtual

violations contains violation.at(pod, ["shareProcessNamespace"], {"value": true}) if {
	some pod in virtual.pods
	boolean.on(pod.spec.shareProcessNamespace)
}

violations contains violation.graded(pod, ["shareProcessNamespace"], {"value": false}, "notice") if {
	some pod in virtual.pods
	boolean.off(pod.spec.shareProcessNamespace)
}
