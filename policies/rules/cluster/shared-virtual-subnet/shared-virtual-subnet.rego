# METADATA
# title: Virtual nodes and pods in one subnet without groups
# description: |
#   Virtual nodes and their pods may share a subnet. Security lists cannot tell them apart there; network security groups
#   can.
# related_resources:
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNT-20]
#   message: "{subject} has its nodes and pods in one subnet and its nodes in no network security group."
#   remediation: "Set nsg_ids of the pool, or give the pods a subnet of their own."
package rules.cluster["shared-virtual-subnet"]

import data.lib.attribute
import data.lib.cluster as clusters
import data.lib.pool as node_pools
import data.lib.ref
import data.lib.violation

violations contains violation.at(pool, ["pod_subnets", 0], {}) if {
	some pool in clusters.virtual_pools
	some used in node_pools.node_subnets(pool)
	ref.same(used.reference, pool.pod_subnets[0])
	_none(pool)
}

_none(pool) if attribute.absent(pool, "nsgs")

_none(pool) if {
	count(pool.nsgs) == 0
	not pool.unknown.nsgs
}
