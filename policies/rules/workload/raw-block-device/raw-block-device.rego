# METADATA
# title: Raw block device
# description: |
#   volumeDevices hands a disk to a container without a file system. Virtual nodes attach no disks.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Volumes in Kubernetes
#     ref: https://kubernetes.io/docs/concepts/storage/volumes/
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-28]
#   message: "Container {container} of {subject} uses volumeDevices ({devices:plain}), which virtual nodes do not support."
#   remediation: Use volumeMounts and keep the data in a service, or run this workload on managed nodes.
package rules.workload["raw-block-device"]

import data.lib.container as containers
import data.lib.name
import data.lib.violation
import data.lib.virtual

violations contains violation.at(container, ["volumeDevices"], facts) if {
	some container in virtual.containers
	devices := containers.stated(container.value.volumeDevices)
	count(devices) > 0

	facts := {"container": container.name, "devices": [name.of(device) | some device in devices]}
}
