# METADATA
# title: System administration capability
# description: |
#   Virtual nodes support capabilities, but SYS_ADMIN makes Kubernetes treat a container as one that may escalate its
#   privileges, and that is not supported.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-50]
#   message: "Container {container} of {subject} adds the capability {capability:plain}, which implies privilege escalation."
#   remediation: "Add only the capabilities that the process needs."
package rules.workload["sys-admin-capability"]

import data.lib.violation
import data.lib.virtual

_capabilities := {"SYS_ADMIN", "CAP_SYS_ADMIN", "ALL"}

violations contains violation.at(container, ["securityContext", "capabilities", "add", i], facts) if {
	some container in virtual.containers
	some i, capability in container.value.securityContext.capabilities.add
	upper(capability) in _capabilities
	facts := {"container": container.name, "capability": capability}
}
