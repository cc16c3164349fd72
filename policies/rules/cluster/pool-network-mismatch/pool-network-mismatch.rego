# METADATA
# title: Pool and cluster with different pod networks
# description: |
#   The pod network is a property of the cluster; every pool has to say the same. With another one, or with none where
#   the cluster has addresses of the VCN for pods, the pool cannot be made, or its nodes join without a network for
#   pods.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Pod networking
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-23]
#   message: "{subject} has {pools:plain}, its cluster {clusters:plain}."
#   remediation: "Give pool and cluster the same cni_type. That of a cluster can be chosen only when it is made."
package rules.cluster["pool-network-mismatch"]

import data.lib.attribute
import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.related(found, [{"item": cluster.id, "path": ["cni"], "note": "the pod network of its cluster"}]) if {
	some pool in input.node_pools
	pool.mode == "managed"
	cluster := clusters.of(pool)
	of_pool := _network(pool)
	of_cluster := _network(cluster)
	of_pool != of_cluster
	found := violation.at(pool, ["cni"], {"pools": _text(of_pool), "clusters": _text(of_cluster)})
}

# A cluster and its pools may all say nothing, which means flannel.
_network(entry) := entry.cni

_network(entry) := "FLANNEL_OVERLAY" if {
	attribute.absent(entry, "cni")
	not entry.pod_subnets
	not attribute.unknown(entry, "pod_subnets")
}

_text(cni) := {
	"OCI_VCN_IP_NATIVE": "VCN-native pod networking",
	"FLANNEL_OVERLAY": "flannel as its pod network",
}[cni]
