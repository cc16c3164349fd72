# METADATA
# title: Security lists where network security groups would do
# description: |
#   A security list guards all of a subnet alike. A network security group guards what is put into it, wherever that
#   is: it tells pods from nodes, one pool from another, and lets rules name groups instead of addresses. Oracle
#   recommends groups for clusters.
# related_resources:
#   - description: Network security groups
#     ref: https://docs.oracle.com/en-us/iaas/Content/Network/Concepts/networksecuritygroups.htm
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-25, ARC-05]
#   message: "{subject} relies on security lists alone: no network security group for {what:plain}, while {list:plain} holds the rules."
#   remediation: "Move the rules into network security groups and name them: pod_nsg_ids and nsg_ids of pools, nsg_ids of the API endpoint. A security list that holds nothing may stay."
package rules.network["security-list-instead-of-groups"]

import data.lib.attribute
import data.lib.cluster as clusters
import data.lib.pod_limit
import data.lib.pool as node_pools
import data.lib.ref
import data.lib.subnet as subnets
import data.lib.violation

# Pods of a pool. Where nodes share their subnet another rule says so.
violations contains _at(pool, ["pod_nsgs"], "its pods", list, ["CNI-25", "ARC-05"]) if {
	some pool in pod_limit.pools
	_none(pool, "pod_nsgs")
	count(pool.pod_subnets) > 0
	subnet := subnets.of(pool.pod_subnets[0])
	not _holds_nodes(pool, pool.pod_subnets[0])
	list := _filled_list(subnet)
}

# A cluster of which no part is in a group.
violations contains _at(cluster, ["endpoint_nsgs"], "any part of it", list, ["ARC-05"]) if {
	some cluster in input.clusters
	subnet := subnets.of(cluster.endpoint_subnet)
	list := _filled_list(subnet)
	_none(cluster, "endpoint_nsgs")
	_none(cluster, "backend_nsgs")
	every pool in [one | some one in input.node_pools; clusters.of(one).id == cluster.id] {
		_none(pool, "nsgs")
		_none(pool, "pod_nsgs")
	}
	not _services_with_groups
}

_at(entry, path, what, list, requirements) := violation.of(
	violation.related(
		violation.at(entry, path, {"what": what, "list": list.address}),
		[{"item": list.id, "path": [], "note": "the security list"}],
	),
	requirements,
)

# A list with rules that somebody wrote, other than the VCN's own.
_filled_list(subnet) := [list |
	some reference in subnet.security_lists
	list := _lists[reference.id]
	not list.default_of
	_filled[list.id]
][0]

_lists := {list.id: list | some list in input.security_lists}

_filled[rule.holder.id] := true if {
	some rule in input.security_rules
	rule.holder_kind == "security-list"
	rule.direction == "ingress"
	rule.protocol in {"tcp", "udp", "all"}
}

# Self-managed nodes name those of pods in their metadata.
_none(entry, name) if {
	attribute.absent(entry, name)
	not attribute.unknown(entry, "metadata")
}

_none(entry, name) if {
	entry[name] == []
	not attribute.unknown(entry, name)
}

_holds_nodes(pool, reference) if {
	some node in node_pools.node_subnets(pool)
	ref.same(node.reference, reference)
}

_services_with_groups if {
	some service in input.index.objects.Service
	some key, _ in service.annotations
	endswith(key, "/oci-network-security-groups")
}
