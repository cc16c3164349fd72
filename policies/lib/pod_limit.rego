# How many pods a node can carry when each pod has an address of the VCN.
package lib.pod_limit

import data.lib.pool as node_pools

# METADATA
# description: managed and self-managed pools whose pods have addresses of the VCN; what flannel pools state limits nothing here
pools := [pool |
	some pool in input.node_pools
	pool.mode != "virtual"
	node_pools.native(pool)
]

ids := {pool.id | some pool in pools}

# One VNIC is the node's own; each of the others has 31 addresses for pods.
_per_vnic := 31

_kubernetes := 110

_kubernetes_with_profiles := 256

# METADATA
# description: pods that the VNICs of the shape carry; undefined where the shape or its OCPUs are unknown, and with profiles, which state addresses themselves
by_vnics(pool) := min({(pool.vnics - 1) * _per_vnic, _kubernetes}) if {
	pool.vnics >= 2
	not profiles(pool)
}

# METADATA
# description: pods that a node may have whatever its shape
by_kubernetes(pool) := _kubernetes if {
	not profiles(pool)
	not pool.unknown.secondary_vnics
}

by_kubernetes(pool) := _kubernetes_with_profiles if profiles(pool)

# METADATA
# description: the pool has secondary VNIC profiles, and OKE knows them by now
profiles(pool) if {
	input.facts.secondary_vnic_profiles
	count(pool.secondary_vnics) > 0
}

# METADATA
# description: addresses that one node takes in the pod subnet, each VNIC's own included; they are taken before there are pods
addresses(pool) := ceil(object.get(pool, "max_pods", _per_vnic) / _per_vnic) * (_per_vnic + 1) if {
	not pool.unknown.max_pods
	not profiles(pool)
	not pool.unknown.secondary_vnics
}
