# METADATA
# title: Too many network security groups for pods
# description: |
#   A pod on a virtual node can be in at most five network security groups.
# related_resources:
#   - description: Terraform provider, virtual node pool
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_virtual_node_pool
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-16]
#   message: "{subject} puts its pods into {count:plain} network security groups; five are possible."
#   remediation: "Merge groups until five are left."
package rules.cluster["too-many-pod-network-security-groups"]

import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.at(pool, ["pod_nsgs"], {"count": count(pool.pod_nsgs)}) if {
	some pool in clusters.virtual_pools
	count(pool.pod_nsgs) > 5
}
