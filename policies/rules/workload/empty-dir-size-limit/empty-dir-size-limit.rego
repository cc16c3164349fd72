# METADATA
# title: Size limit on an emptyDir
# description: |
#   Virtual nodes do not take a size limit on an emptyDir. A pod has 15 GB of storage there in all, its image layers
#   included.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-14]
#   message: "Volume {volume} of {subject} sets a sizeLimit on its emptyDir, which virtual nodes do not support."
#   remediation: Remove sizeLimit and keep the pod below 15 GB in all.
package rules.workload["empty-dir-size-limit"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(volume, ["emptyDir", "sizeLimit"], {"volume": volume.name}) if {
	some volume in virtual.volumes
	volume.value.emptyDir.sizeLimit != null
}
