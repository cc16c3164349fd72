# METADATA
# title: Self-managed node and cluster with different pod networks
# description: |
#   Self-managed nodes use flannel unless their metadata asks for VCN-native pod networking. A node whose pod network is not
#   that of its cluster joins, and its pods cannot talk to others.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: Creating self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcreatingselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-26]
#   message: "{subject} comes up with {node:plain}, but its cluster has {cluster:plain}."
#   remediation: "Set oke-native-pod-networking, oke-max-pods and pod-subnets in the metadata where the cluster has VCN-native pod networking, and leave them out where it has flannel."
package rules["self-managed"]["self-managed-network-mismatch"]

import data.lib.attribute
import data.lib.self_managed
import data.lib.violation

violations contains violation.related(found, [{"item": entry.cluster.id, "path": ["cni"], "note": "the pod network of the cluster"}]) if {
	some entry in self_managed.joined
	some pool in entry.pools
	pool.notation != "module"
	node := _of_node(pool)
	cluster := _of_cluster(entry.cluster)
	node != cluster
	facts := {"node": _names[node], "cluster": _names[cluster]}
	found := violation.at(pool, ["metadata", "oke-native-pod-networking"], facts)
}

_names := {"native": "VCN-native pod networking", "flannel": "flannel"}

_of_node(pool) := "native" if {
	self_managed.native(pool)
} else := "flannel" if {
	every name in ["cni", "metadata", "metadata.oke-native-pod-networking"] {
		not attribute.unknown(pool, name)
	}
}

_of_cluster(cluster) := "native" if {
	cluster.cni == "OCI_VCN_IP_NATIVE"
} else := "flannel" if {
	cluster.cni == "FLANNEL_OVERLAY"
} else := "flannel" if {
	attribute.absent(cluster, "cni")
}
