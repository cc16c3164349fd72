# Clusters and the pools that belong to them. A pool whose cluster cannot be told may belong to any.
package lib.cluster

import data.lib.ref

by_id := {cluster.id: cluster | some cluster in input.clusters}

# METADATA
# description: the cluster that a pool, add-on or rotation belongs to, when it is in the repository
of(entry) := by_id[entry.cluster.id]

virtual_pools := [pool | some pool in input.node_pools; pool.mode == "virtual"]

other_pools := [pool | some pool in input.node_pools; pool.mode != "virtual"]

# Clusters of the repository that have virtual pools, with those pools.
_pools[cluster.id] contains pool if {
	some pool in virtual_pools
	cluster := of(pool)
}

with_virtual_pools := [{"cluster": by_id[id], "pools": sort(pools)} | some id, pools in _pools]

# Pools by what they name as their cluster.
_positions[key] contains i if {
	some i, pool in input.node_pools
	some key in ref.keys(pool.cluster)
}

# METADATA
# description: pools in the cluster that the reference names
pools_in(reference) := [pool |
	some i in {i | some key in ref.keys(reference); some i in _positions[key]}
	pool := input.node_pools[i]
	ref.same(pool.cluster, reference)
]

# METADATA
# description: virtual pools in the cluster that the reference names
virtual_pools_in(reference) := [pool | some pool in pools_in(reference); pool.mode == "virtual"]

# METADATA
# description: |
#   the cluster that the reference names has virtual pools, and certainly no other nodes in the repository; where the repository has no
#   pools of it, those who start the program may have said so
virtual_only(reference) if {
	count(virtual_pools_in(reference)) > 0
	every pool in other_pools {
		_elsewhere(pool, reference)
	}
}

virtual_only(reference) if {
	said_virtual(reference)
}

# METADATA
# description: nothing here tells which nodes the cluster has, and those who start the program say that they are virtual
said_virtual(reference) if {
	input.nodes == {"target": "virtual", "reason": "--nodes"}
	count(pools_in(reference)) == 0
	every pool in other_pools {
		_elsewhere(pool, reference)
	}
}

# METADATA
# description: the one pool of its cluster that a setting for all virtual pools is reported for
speaks_for_all(pool, setting) if {
	pool.address == min({other.address | some other in virtual_pools_in(pool.cluster); setting in other.settings})
}

# METADATA
# description: the pools as other places of a violation
related(pools, note) := [{"item": pool.id, "path": [], "note": note} | some pool in pools]

_elsewhere(pool, reference) if ref.different(pool.cluster, reference)

_elsewhere(pool, reference) if pool.cluster.id != reference.id
