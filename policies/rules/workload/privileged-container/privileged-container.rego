# METADATA
# title: Privileged container
# description: |
#   A privileged container holds the devices of its node. A virtual node has none to give, and refuses such a container.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-47]
#   message: "Container {container} of {subject} is privileged, which virtual nodes do not support."
#   remediation: "Remove privileged and add the capabilities that the process needs, or run this workload on managed nodes."
package rules.workload["privileged-container"]

import data.lib.boolean
import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["securityContext", "privileged"], {"container": container.name}) if {
	some container in virtual.containers
	boolean.on(container.value.securityContext.privileged)
}
