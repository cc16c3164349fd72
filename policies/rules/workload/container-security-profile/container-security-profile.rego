# METADATA
# title: Container security profile
# description: |
#   Virtual nodes name readOnlyRootFilesystem, allowPrivilegeEscalation: false and capabilities as what they support in the
#   security context of a container. Seccomp, SELinux, AppArmor and Windows options are in neither list; some charts that
#   Oracle recommends set a seccomp profile there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-49]
#   message: "Container {container} of {subject} sets {field:plain}, which virtual nodes are not known to support."
#   remediation: "Try it on a virtual node before relying on it; remove it where nothing demands it."
package rules.workload["container-security-profile"]

import data.lib.violation
import data.lib.virtual

_fields := {"seccompProfile", "seLinuxOptions", "appArmorProfile", "windowsOptions"}

violations contains violation.at(container, ["securityContext", field], facts) if {
	some container in virtual.containers
	some field, value in container.value.securityContext
	field in _fields
	not value in [null, {}]
	facts := {"container": container.name, "field": field}
}
