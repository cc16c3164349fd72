# METADATA
# title: Resource field in an environment variable
# description: |
#   Virtual nodes do not support resource fields in volumes. An environment variable by resourceFieldRef takes the same
#   way through the kubelet, so it is likely to stay empty or to hold the pod's allocation rather than what the manifest
#   says.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Downward API
#     ref: https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-25]
#   message: "Environment variable {variable} of container {container} of {subject} reads {resource:plain} by resourceFieldRef, which virtual nodes do not support in volumes."
#   remediation: Write the value out, beside the resources it repeats, or try it on a virtual node before you rely on it.
package rules.workload["resource-field-variable"]

import data.lib.name
import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["env", i, "valueFrom", "resourceFieldRef"], facts) if {
	some container in virtual.containers
	some i, variable in container.value.env
	reference := variable.valueFrom.resourceFieldRef
	reference != null

	facts := {
		"container": container.name,
		"variable": name.of(variable),
		"resource": _resource(reference),
	}
}

_resource(reference) := reference.resource if {
	is_string(reference.resource)
} else := "a resource"
