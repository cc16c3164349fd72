# METADATA
# title: Unsupported emptyDir medium
# description: |
#   An emptyDir on a virtual node is on disk or in memory. Virtual nodes know no other medium, huge pages included.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-15]
#   message: "Volume {volume} of {subject} asks for the emptyDir medium {medium}; virtual nodes know only \"\" and \"Memory\"."
#   remediation: Leave medium out, or set it to Memory.
package rules.workload["empty-dir-medium"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(volume, ["emptyDir", "medium"], {"volume": volume.name, "medium": medium}) if {
	some volume in virtual.volumes
	medium := volume.value.emptyDir.medium
	is_string(medium)
	not medium in {"", "Memory"}
}
