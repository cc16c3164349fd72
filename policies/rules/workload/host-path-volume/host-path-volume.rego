# METADATA
# title: Host path volume
# description: |
#   A hostPath volume shows a folder of the node to the pod. A virtual node has no file system of its own to show, so a
#   pod that asks for one cannot run there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-05]
#   message: "Volume {volume} of {subject} is a hostPath, which virtual nodes do not support."
#   remediation: Use an emptyDir, or run this workload on managed nodes.
package rules.workload["host-path-volume"]

import data.lib.violation
import data.lib.virtual
import data.lib.volume as volumes

violations contains violation.at(volume, ["hostPath"], {"volume": volume.name}) if {
	some volume in virtual.volumes
	volumes.has(volume, "hostPath")
}
