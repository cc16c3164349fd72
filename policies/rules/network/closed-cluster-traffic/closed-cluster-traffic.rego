# METADATA
# title: Security rules that keep nodes, pods and API endpoint apart
# description: |
#   Nodes, pods and the API endpoint of a cluster with VCN-native pod networking talk to each other and to Oracle
#   services. Where the security rules of one side do not admit it, nodes do not join, and pods start without an
#   address or do not reach the API.
# related_resources:
#   - description: Network resource configuration for clusters
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengnetworkconfig.htm
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-29, SMN-31]
#   message: "{subject} holds {sites:plain} of a cluster, but its security rules do not admit {missing:plain}."
#   remediation: "Add the rules to the security lists of the subnet, or to the network security groups of what is in it."
package rules.network["closed-cluster-traffic"]

import data.lib.cluster as clusters
import data.lib.pod_limit
import data.lib.security
import data.lib.site
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.related(violation.of(found, requirements), clusters.related(pools, "a pool that needs it")) if {
	some id, closed in _closed
	subnet := subnets.by_id[id]
	pools := [_pools[pool] | some pool in sort({one.pool | some one in closed})]
	facts := {
		"sites": concat(" and ", sort({_texts[one.row.at] | some one in closed})),
		"missing": concat(", ", sort({one.row.text | some one in closed})),
	}
	found := violation.at(subnet, ["security_lists"], facts)
	requirements := sort({id | some one in closed; some id in _requirements(one)})
}

_texts := {"nodes": "the nodes", "pods": "the pods", "endpoint": "the API endpoint"}

_closed[guarded.subnet.id] contains {"pool": pool.id, "row": row} if {
	some pool in input.node_pools
	some at, _ in _texts
	needed := [row | some row in _needed(pool); row.at == at]
	peers := {peer: _peer(at, peer, pool) | some peer in {row.peer | some row in needed}}
	some guarded in site.at(at, pool, []).guards
	some row in needed
	security.admits(guarded.guard, _traffic(row), peers[row.peer]) == "no"
}

_pools := {pool.id: pool | some pool in input.node_pools}

_rows := [row | some row in input.tables.security_rules.rows; row.nodes == "native"]

_needed(pool) := _rows if pod_limit.ids[pool.id]

# Whatever their pod network, self-managed nodes join by way of the API endpoint.
_needed(pool) := _joining if {
	pool.mode == "self-managed"
	not pod_limit.ids[pool.id]
}

_joining := [row | some row in _rows; _joins(row)]

_joins(row) if {
	{row.at, row.peer} == {"nodes", "endpoint"}
	row.min in {6443, 12250}
}

_requirements({"pool": id, "row": _}) := {"CNI-29"} if _pools[id].mode != "self-managed"

_requirements({"pool": id, "row": row}) := {"CNI-29" | pod_limit.ids[id]} | {"SMN-31" | _joins(row)} if _pools[id].mode == "self-managed"

# Of "everything", some TCP above the well-known ports is enough: what else a cluster needs depends on it.
_traffic(row) := object.union(row, {"protocol": "tcp", "min": 1024}) if row.protocol == "all"

_traffic(row) := row if row.protocol != "all"

_peer(_, "services", _) := security.services

_peer(at, peer, pool) := site.at(peer, pool, site.groups(at, pool)).peer if peer != "services"
