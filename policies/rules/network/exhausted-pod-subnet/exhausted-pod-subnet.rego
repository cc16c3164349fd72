# METADATA
# title: Pod subnet too small for its nodes
# description: |
#   Addresses of pods are taken from the pod subnet when a node starts, before there are pods: for each 31 pods that
#   the node may run a VNIC with 32 addresses. When the subnet is used up, further nodes start without addresses for
#   pods.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-21, ARC-15]
#   message: "{subject} can give away {capacity:plain} addresses; {nodes:plain} nodes take {need:plain} of them before there are pods."
#   remediation: "Choose a larger block or add a second one, lower the number of pods per node, or spread the pools over several pod subnets."
package rules.network["exhausted-pod-subnet"]

import data.lib.pod_limit
import data.lib.pool as node_pools
import data.lib.ref
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.related(found, [{"item": pool.id, "path": ["size"], "note": "takes addresses from it"} | some pool in pools]) if {
	some used in subnets.for_pods
	capacity := subnets.capacity(used.subnet)
	pools := [pool | some pool in used.pools; pool.mode != "virtual"; _need(pool, used.subnet)]
	need := sum([_need(pool, used.subnet) | some pool in pools])
	need > capacity
	found := violation.at(used.subnet, ["cidrs"], {"capacity": capacity, "need": need, "nodes": sum([_nodes(pool) | some pool in pools])})
}

_nodes(pool) := max({object.get(pool, "size", 0), object.get(pool, "max_size", 0)})

# A node in the same subnet has an address of its own there.
_need(pool, subnet) := _nodes(pool) * (pod_limit.addresses(pool) + count([1 | _shared(pool, subnet)]))

_shared(pool, subnet) if {
	some node in node_pools.node_subnets(pool)
	ref.same(node.reference, ref.to(subnet))
}
