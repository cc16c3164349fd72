# METADATA
# title: Credential rotation with virtual nodes
# description: |
#   The credentials of a cluster that has virtual nodes cannot be rotated.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Rotating cluster credentials
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengrotatingclustercredentials.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-11]
#   message: "{subject} rotates the credentials of a cluster with virtual nodes, which is not supported."
#   remediation: "Remove the rotation, or move the virtual nodes to another cluster first."
package rules.cluster["credential-rotation-with-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.related(violation.at(rotation, ["cluster"], {}), clusters.related(pools, "a virtual node pool in it")) if {
	some rotation in input.credential_rotations
	pools := clusters.virtual_pools_in(rotation.cluster)
	count(pools) > 0
}

violations contains violation.at(rotation, ["cluster"], {}) if {
	some rotation in input.credential_rotations
	clusters.said_virtual(rotation.cluster)
}
