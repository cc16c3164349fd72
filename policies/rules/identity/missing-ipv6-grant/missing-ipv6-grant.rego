# METADATA
# title: Cluster that may not use IPv6 addresses
# description: |
#   With IPv6 in its network, a cluster with VCN-native pod networking assigns IPv6 addresses on its own behalf. Unless a
#   statement lets it use them where the network is, nodes and pods do not get their addresses.
# related_resources:
#   - description: VCN-native pod networking, resources with IPv6 addresses
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-12]
#   message: "The cluster {cluster} has IPv6 in its network, but no statement of this repository lets it use IPv6 addresses."
#   remediation: "Add Allow any-user to use ipv6s in compartment id <compartment of the network> where all { request.principal.id = '<cluster OCID>' }."
package rules.identity["missing-ipv6-grant"]

import data.lib.answer
import data.lib.attribute
import data.lib.grantee
import data.lib.iam
import data.lib.referred
import data.lib.violation

violations contains violation.graded(cluster, [], {"cluster": cluster.address}, _severity(cluster)) if {
	some cluster in (_dual_stack | _with_addresses)
	_answer(cluster) == "no"
}

undecided contains cluster.id if {
	some cluster in (_dual_stack | _with_addresses)
	iam.present
	_answer(cluster) == "maybe"
}

# In a VCN with IPv6 where each subnet of the cluster goes without, it is still to come.
_severity(cluster) := "error" if {
	iam.present
	not _to_come(cluster)
} else := "warning"

_to_come(cluster) if {
	not cluster in _with_addresses
	every ref in _subnets(cluster) {
		referred.entry(input.subnets, ref).ipv6 == false
	}
}

_answer(cluster) := answer.any({
	iam.by_module(cluster, "use ipv6s"),
	iam.ask({"want": "use ipv6s", "who": grantee.cluster(cluster), "where": _network(cluster)}),
})

_network(cluster) := compartment if {
	compartment := referred.entry(input.vcns, cluster.vcn).compartment
} else := object.get(cluster, "compartment", {})

# A cluster that does not say that it stays with IPv4.
_dual_stack contains cluster if {
	some cluster in input.clusters
	cluster.cni == "OCI_VCN_IP_NATIVE"
	attribute.absent(cluster, "ip_families")
	referred.entry(input.vcns, cluster.vcn).ipv6
}

_with_addresses contains cluster if {
	some cluster in input.clusters
	cluster.cni != "FLANNEL_OVERLAY"
	some family in cluster.ip_families
	lower(family) == "ipv6"
}

_with_addresses contains cluster if {
	some cluster in input.clusters
	cluster.cni == "OCI_VCN_IP_NATIVE"
	some ref in _subnets(cluster)
	referred.entry(input.subnets, ref).ipv6
}

_subnets(cluster) := array.concat(
	array.concat([cluster.endpoint_subnet | cluster.endpoint_subnet], object.get(cluster, "lb_subnets", [])),
	[ref |
		some pool in referred.pools_of(cluster)
		some refs in [object.get(pool, "subnets", []), object.get(pool, "pod_subnets", [])]
		some ref in refs
	],
)
