# METADATA
# title: Pods on virtual nodes without a network security group
# description: |
#   A network security group limits what may reach the pods of a pool and where they may go. Network policies do nothing
#   on virtual nodes, so without a group only the security lists of the whole subnet stand between pods.
# related_resources:
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNT-16, ARC-16]
#   message: "{subject} puts its pods into no network security group."
#   remediation: "Set nsg_ids in the pod configuration."
package rules.cluster["pods-without-network-security-group"]

import data.lib.attribute
import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.at(pool, ["pod_nsgs"], {}) if {
	some pool in clusters.virtual_pools
	_none(pool)
}

_none(pool) if attribute.absent(pool, "pod_nsgs")

_none(pool) if {
	count(pool.pod_nsgs) == 0
	not pool.unknown.pod_nsgs
}
