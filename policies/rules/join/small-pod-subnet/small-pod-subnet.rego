# METADATA
# title: Pod subnet too small for its pods
# description: |
#   Each pod on a virtual node takes an address of the pod subnet. When none is left, further pods do not start, and a
#   subnet cannot be made larger where its neighbours begin.
# related_resources:
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
#   - description: Network resource configuration for virtual nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengnetworkconfig-virtualnodes.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNT-18, ARC-15]
#   message: "{subject} has room for {capacity:plain} addresses, {reason:plain}."
#   remediation: "Give the pods a larger subnet, with about a third to spare."
package rules.join["small-pod-subnet"]

import data.lib.cluster as clusters
import data.lib.demand
import data.lib.pool as node_pools
import data.lib.subnet as subnets
import data.lib.violation

violations contains violation.related(found, clusters.related(used.pools, "a pool whose pods use it")) if {
	some used in _subnets
	[reason, severity] := _verdict(used)
	found := violation.graded(used.subnet, ["cidrs"], {"capacity": subnets.capacity(used.subnet), "reason": reason}, severity)
}

_verdict(used) := [$"but workloads on virtual nodes take up to {_needed}", "warning"] if {
	_needed > _room
} else := [$"of which workloads on virtual nodes take up to {_needed}, so that little is left for growth", "notice"] if {
	_needed * 1.3 > _room
} else := ["which is little for pods", "notice"] if {
	every cidr in used.subnet.cidrs {
		subnets.prefix(cidr) > 27
	}
}

_subnets := [used |
	some used in subnets.for_pods
	subnets.mode(used.pools) == "virtual"
]

# Where there are several stacks, the roomiest counts: the workloads may be meant for that one.
_room := max([sum([subnets.capacity(used.subnet) | some used in group]) | some group in _stacks]) if {
	every used in _subnets {
		subnets.capacity(used.subnet)
	}
	every pool in clusters.virtual_pools {
		_placed(pool)
	}
}

_stacks[object.get(used.subnet, "stack", "")] contains used if some used in _subnets

_placed(pool) if subnets.of(pool.pod_subnets[0])

_needed := demand.pods + sum([pool.size |
	some pool in clusters.virtual_pools
	_shared(pool)
])

_shared(pool) if {
	some used in node_pools.node_subnets(pool)
	used.reference.id == pool.pod_subnets[0].id
}
