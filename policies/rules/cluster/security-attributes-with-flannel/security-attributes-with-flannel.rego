# METADATA
# title: Security attributes in a flannel cluster
# description: |
#   Zero Trust Packet Routing judges packets by the security attributes of the VNICs that send and receive them. With
#   flannel pods have no VNIC of their own, and virtual nodes have none that could carry attributes, so OKE accepts
#   them only with VCN-native pod networking.
# related_resources:
#   - description: Pod networking
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-23]
#   message: "{subject} has security attributes, which {where:plain} cannot carry."
#   remediation: "Remove the security attributes, or use managed or self-managed nodes with VCN-native pod networking."
#   since: "2026-05-27"
package rules.cluster["security-attributes-with-flannel"]

import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.at(cluster, ["security_attributes"], {"where": "a cluster with flannel"}) if {
	input.facts.security_attributes_known
	some cluster in input.clusters
	cluster.security_attributes
	cluster.cni == "FLANNEL_OVERLAY"
}

violations contains violation.at(pool, ["security_attributes"], {"where": where}) if {
	input.facts.security_attributes_known
	some pool in input.node_pools
	pool.security_attributes
	where := _refusing(pool)
}

_refusing(pool) := "virtual nodes" if pool.mode == "virtual"

_refusing(pool) := "a pool with flannel" if {
	pool.mode != "virtual"
	_flannel(pool)
}

_flannel(pool) if pool.cni == "FLANNEL_OVERLAY"

_flannel(pool) if {
	not pool.cni
	clusters.of(pool).cni == "FLANNEL_OVERLAY"
}
