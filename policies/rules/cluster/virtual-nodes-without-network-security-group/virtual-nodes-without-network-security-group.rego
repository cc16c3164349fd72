# METADATA
# title: Virtual nodes without a network security group
# description: |
#   Virtual nodes have addresses of their own beside those of their pods. A network security group limits what may reach
#   them, apart from the rest of the subnet.
# related_resources:
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: notice
#   target: virtual
#   requirements: [VNT-16]
#   message: "{subject} puts its nodes into no network security group."
#   remediation: "Set nsg_ids of the pool."
package rules.cluster["virtual-nodes-without-network-security-group"]

import data.lib.attribute
import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.at(pool, ["nsgs"], {}) if {
	some pool in clusters.virtual_pools
	_none(pool)
}

_none(pool) if attribute.absent(pool, "nsgs")

_none(pool) if {
	count(pool.nsgs) == 0
	not pool.unknown.nsgs
}
