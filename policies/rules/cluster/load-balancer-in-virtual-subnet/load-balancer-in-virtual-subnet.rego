# METADATA
# title: Load balancers in the subnet of virtual nodes or pods
# description: |
#   Load balancers and virtual nodes need subnets of their own: the rules that let load balancers reach pods cannot be
#   written when both are in one.
# related_resources:
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNL-14]
#   message: "{subject} uses a subnet that is also the one of the load balancers."
#   remediation: "Use another subnet for nodes and pods than for load balancers."
package rules.cluster["load-balancer-in-virtual-subnet"]

import data.lib.cluster as clusters
import data.lib.pool as node_pools
import data.lib.ref
import data.lib.violation

violations contains violation.related(violation.at(pool, used.path, {}), [{"item": cluster.id, "path": ["lb_subnets"], "note": "its load balancers use it too"}]) if {
	some pool in clusters.virtual_pools
	cluster := clusters.of(pool)
	some used in _used(pool)
	some other in cluster.lb_subnets
	ref.same(used.reference, other)
}

_used(pool) := array.concat(node_pools.node_subnets(pool), node_pools.pod_subnets(pool))
