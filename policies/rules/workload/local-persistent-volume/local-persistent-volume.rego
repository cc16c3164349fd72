# METADATA
# title: Local persistent volume
# description: |
#   A local PersistentVolume stands for a disk of one node. A virtual node has no disk to offer, so no pod on it can use
#   the volume.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Volumes in Kubernetes
#     ref: https://kubernetes.io/docs/concepts/storage/volumes/
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-10, VNK-03]
#   message: "{subject} is a local volume, which virtual nodes do not support."
#   remediation: Keep the data in Object Storage or in a database service, or run its users on managed nodes.
package rules.workload["local-persistent-volume"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(volume, ["spec", "local"], {}) if {
	some volume in input.workloads.objects.PersistentVolume
	volume.group == ""
	virtual.bound(volume)
	volume.value.spec.local != null
}
