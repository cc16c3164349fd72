# METADATA
# title: Cluster without rights in the compartment of its resources
# description: |
#   A cluster with VCN-native pod networking works on the instances, private IPs and network security groups of its nodes
#   itself. In its own compartment it may; where pools or the network are in another one, three statements have to allow it.
# related_resources:
#   - description: VCN-native pod networking, cluster and resources in different compartments
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-13]
#   message: "The cluster {cluster} and its pools or network are in different compartments, but no statement of this repository lets it {missing:plain}."
#   remediation: "Add for each Allow any-user to <verb> <resource type> in compartment id <compartment of the resources> where all { request.principal.id = '<cluster OCID>' }."
package rules.identity["missing-cross-compartment-grant"]

import data.lib.answer
import data.lib.grantee
import data.lib.iam
import data.lib.ref
import data.lib.referred
import data.lib.violation

violations contains violation.graded(cluster, ["compartment"], {"cluster": cluster.address, "missing": missing}, _severity) if {
	some cluster in _split
	missing := sort({want | some want, where in _wanted(cluster); _answer(cluster, want, where) == "no"})
	count(missing) > 0
}

undecided contains concat(" ", [cluster.id, want]) if {
	some cluster in _split
	iam.present
	some want, where in _wanted(cluster)
	_answer(cluster, want, where) == "maybe"
}

_severity := "error" if {
	iam.present
} else := "notice"

_answer(cluster, want, where) := answer.any({
	iam.by_module(cluster, want),
	iam.ask({"want": want, "who": grantee.cluster(cluster), "where": where}),
})

_wanted(cluster) := {
	"manage instances": _pools(cluster),
	"use private-ips": _network(cluster),
	"use network-security-groups": _network(cluster),
}

_split contains cluster if {
	some cluster in input.clusters
	cluster.cni == "OCI_VCN_IP_NATIVE"
	some compartment in _compartments(cluster)
	ref.different(cluster.compartment, compartment)
}

_compartments(cluster) := array.concat(
	[compartment |
		some pool in referred.pools_of(cluster)
		pool.mode == "managed"
		compartment := pool.compartment
	],
	[compartment | compartment := referred.entry(input.vcns, cluster.vcn).compartment],
)

_pools(cluster) := _apart(cluster)[0] if {
	count(_apart(cluster)) > 0
} else := _network(cluster)

# Compartments of its pools that are not its own.
_apart(cluster) := [compartment |
	some pool in referred.pools_of(cluster)
	pool.mode == "managed"
	compartment := pool.compartment
	ref.different(cluster.compartment, compartment)
]

_network(cluster) := compartment if {
	compartment := referred.entry(input.vcns, cluster.vcn).compartment
} else := {}
