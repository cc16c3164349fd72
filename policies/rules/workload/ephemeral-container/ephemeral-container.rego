# METADATA
# title: Ephemeral container
# description: |
#   Ephemeral containers join a pod that already runs. Virtual nodes do not add containers to a running pod.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-03]
#   message: "{subject} has ephemeral containers ({containers:plain}), which virtual nodes do not support."
#   remediation: Remove them; debug with logs, or in a copy of the pod that carries the tools as an ordinary container.
package rules.workload["ephemeral-container"]

import data.lib.container
import data.lib.name
import data.lib.violation
import data.lib.virtual

violations contains violation.at(pod, ["ephemeralContainers"], {"containers": [name.of(element) | some element in stated]}) if {
	some pod in virtual.pods
	stated := container.stated(pod.spec.ephemeralContainers)
	count(stated) > 0
}
