# METADATA
# title: Proc mount
# description: |
#   The procMount field chooses how much of /proc a container sees. Virtual nodes do not support the field.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-48]
#   message: "Container {container} of {subject} sets procMount to {value:plain}, a field that virtual nodes do not support."
#   remediation: "Remove the field."
package rules.workload["proc-mount"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["securityContext", "procMount"], _facts(container, value)) if {
	some container in virtual.containers
	value := container.value.securityContext.procMount
	not value in {null, "", "Default"}
}

# What Kubernetes does anyway, but the field itself is on the list of those that are not supported.
violations contains violation.graded(container, ["securityContext", "procMount"], facts, "notice") if {
	some container in virtual.containers
	container.value.securityContext.procMount == "Default"
	facts := _facts(container, "Default")
}

_facts(container, value) := {"container": container.name, "value": value}
