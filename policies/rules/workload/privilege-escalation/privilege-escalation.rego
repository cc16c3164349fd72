# METADATA
# title: Privilege escalation
# description: |
#   Virtual nodes support allowPrivilegeEscalation only with the value false: a process cannot gain more privileges than its
#   parent had.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-46]
#   message: "Container {container} of {subject} allows privilege escalation, which virtual nodes do not support."
#   remediation: "Set allowPrivilegeEscalation to false, or remove it."
package rules.workload["privilege-escalation"]

import data.lib.boolean
import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["securityContext", "allowPrivilegeEscalation"], facts) if {
	some container in virtual.containers
	boolean.on(container.value.securityContext.allowPrivilegeEscalation)
	facts := {"container": container.name}
}
