# METADATA
# title: Virtual nodes without VCN-native pod networking
# description: |
#   Pods on virtual nodes get their addresses from the VCN, so virtual nodes exist only in clusters with VCN-native pod
#   networking. The network type is settled when the cluster is created, and flannel is what a cluster gets that states
#   none.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Terraform provider, cluster
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_cluster
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-03, VNT-21]
#   message: "{subject} uses {network:plain}; virtual nodes need VCN-native pod networking."
#   remediation: "Set cni_type to OCI_VCN_IP_NATIVE (npn in the module); the network type cannot be changed later."
package rules.cluster["virtual-nodes-without-native-network"]

import data.lib.attribute
import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.related(violation.of(found, _requirements(entry.cluster)), clusters.related(entry.pools, "a virtual node pool in it")) if {
	some entry in clusters.with_virtual_pools
	found := violation.at(entry.cluster, ["cni"], {"network": _network(entry.cluster)})
}

_network(cluster) := "flannel" if cluster.cni == "FLANNEL_OVERLAY"

_network(cluster) := "flannel, because it states no network type" if {
	attribute.absent(cluster, "cni")
	cluster.notation != "capi" # Cluster API chooses native networking by itself.
}

_requirements(cluster) := ["VNT-03", "VNT-21"] if cluster.notation == "module"

_requirements(cluster) := ["VNT-03"] if cluster.notation != "module"
