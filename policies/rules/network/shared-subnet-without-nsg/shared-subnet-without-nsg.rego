# METADATA
# title: Nodes and pods in one subnet without network security groups
# description: |
#   A security list guards every VNIC of a subnet alike. Where nodes and pods share a subnet, only network security
#   groups can admit to the nodes what the pods must not get, and the other way round.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Network security groups
#     ref: https://docs.oracle.com/en-us/iaas/Content/Network/Concepts/networksecuritygroups.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-09]
#   message: "{subject} puts nodes and pods into one subnet and names no network security group for {what:plain}."
#   remediation: "Name network security groups for both, nsg_ids for the nodes and pod_nsg_ids for the pods (pod-nsgids in the metadata of self-managed nodes), or give the pods a subnet of their own."
package rules.network["shared-subnet-without-nsg"]

import data.lib.attribute
import data.lib.pod_limit
import data.lib.pool as node_pools
import data.lib.ref
import data.lib.violation

violations contains violation.at(pool, [missing[0]], {"what": concat(" and ", [_texts[name] | some name in missing])}) if {
	some pool in pod_limit.pools
	_shared(pool)
	missing := [name | some name in ["nsgs", "pod_nsgs"]; _none(pool, name)]
	count(missing) > 0
}

_texts := {"nsgs": "the nodes", "pod_nsgs": "the pods"}

_shared(pool) if {
	some node in node_pools.node_subnets(pool)
	some pod in node_pools.pod_subnets(pool)
	ref.same(node.reference, pod.reference)
}

_none(pool, name) if {
	attribute.absent(pool, name)
	not attribute.unknown(pool, "metadata")
}

_none(pool, name) if {
	pool[name] == []
	not attribute.unknown(pool, name)
}
