# METADATA
# title: Persistent volume claim as a volume
# description: |
#   Until File Storage claims came on 2026-08-28, virtual nodes attached no storage to pods: a pod that mounts a
#   persistent volume claim could not run on them.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Release notes of Kubernetes Engine
#     ref: https://docs.oracle.com/en-us/iaas/releasenotes/services/conteng/
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-06]
#   message: "Volume {volume} of {subject} mounts a persistent volume claim, which virtual nodes did not support before 2026-08-28."
#   remediation: Keep the data in Object Storage or in a database service, or run this workload on managed nodes.
#   until: "2026-08-28"
package rules.workload["persistent-volume-claim-volume"]

import data.lib.violation
import data.lib.virtual
import data.lib.volume as volumes

violations contains violation.at(volume, ["persistentVolumeClaim"], {"volume": volume.name}) if {
	not input.facts.virtual_nodes_fss_claims

	some volume in virtual.volumes
	volumes.has(volume, "persistentVolumeClaim")
}
