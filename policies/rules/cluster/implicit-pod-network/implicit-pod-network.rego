# METADATA
# title: Pod network chosen by omission
# description: |
#   A cluster that names no pod network gets flannel, and the choice cannot be changed later. Which of the two is meant
#   is worth a line: with flannel, pods have no addresses of the VCN, so network security groups, flow logs and routes
#   do not see them.
# related_resources:
#   - description: Pod networking
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking.htm
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [CNI-27]
#   message: "{subject} names no pod network and therefore gets flannel, for good."
#   remediation: "State cluster_pod_network_options with cni_type OCI_VCN_IP_NATIVE or FLANNEL_OVERLAY."
package rules.cluster["implicit-pod-network"]

import data.lib.attribute
import data.lib.cluster as clusters
import data.lib.violation

# Where pools need the native network, its lack is a fault that other rules report.
violations contains violation.at(cluster, ["cni"], {}) if {
	some cluster in input.clusters
	attribute.absent(cluster, "cni")
	not _needs_native(cluster)
}

_needs_native(cluster) if {
	some pool in input.node_pools
	clusters.of(pool).id == cluster.id
	_native(pool)
}

_native(pool) if pool.mode == "virtual"

_native(pool) if pool.cni == "OCI_VCN_IP_NATIVE"
