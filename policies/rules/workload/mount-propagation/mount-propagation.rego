# METADATA
# title: Mount propagation
# description: |
#   Mount propagation shares mounts between a container and its node or its siblings. A virtual node has no mounts to
#   share and does not support the field.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Volumes in Kubernetes
#     ref: https://kubernetes.io/docs/concepts/storage/volumes/
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-26]
#   message: "Container {container} of {subject} sets mountPropagation {value} on its volume mount {mount}, a field that virtual nodes do not support."
#   remediation: Remove mountPropagation.
package rules.workload["mount-propagation"]

import data.lib.name
import data.lib.violation
import data.lib.virtual

violations contains violation.graded(container, ["volumeMounts", i, "mountPropagation"], facts, _severity(value)) if {
	some container in virtual.containers
	some i, mount in container.value.volumeMounts
	value := mount.mountPropagation
	is_string(value)
	value != ""
	not _default(container, value)

	facts := {"container": container.name, "mount": name.of(mount), "value": value}
}

_default(container, value) if {
	container.exported
	value == "None"
}

# What Kubernetes does without the field, too.
_severity("None") := "notice"

_severity(value) := "error" if value != "None"
