# METADATA
# title: Init container
# description: |
#   Virtual nodes start all containers of a pod together. They do not run containers ahead of the others, neither init
#   containers nor native sidecars, so a pod that has one is refused.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-04]
#   message: "{subject} has init containers ({containers:plain}), which virtual nodes do not support."
#   remediation: Move the step into a Job of its own or into the entrypoint of the main container; make a native sidecar an ordinary container.
package rules.workload["init-container"]

import data.lib.container
import data.lib.name
import data.lib.violation
import data.lib.virtual

violations contains violation.at(pod, ["initContainers"], {"containers": [name.of(element) | some element in stated]}) if {
	some pod in virtual.pods
	stated := container.stated(pod.spec.initContainers)
	count(stated) > 0
}
