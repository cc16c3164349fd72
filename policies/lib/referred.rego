# Entries that references lead to: the cluster of a pool, a compartment, a subnet.
package lib.referred

# METADATA
# description: the cluster that a pool belongs to, which is the one it names, or the only one there is
cluster_of(pool) := _by_id[_cluster_ids[pool.id]]

# METADATA
# description: the pools of a cluster
pools_of(cluster) := [input.node_pools[i] | some i in _pool_positions[cluster.id]]

_pool_positions[_cluster_ids[pool.id]] contains i if some i, pool in input.node_pools

_cluster_ids[pool.id] := id if {
	some pool in input.node_pools
	id := _cluster_id(pool)
}

_cluster_id(pool) := found.id if {
	found := entry(input.clusters, pool.cluster)
} else := input.clusters[0].id if {
	count(input.clusters) == 1
	not _leads_elsewhere(pool)
}

_leads_elsewhere(pool) if pool.cluster.kind == "ocid"

# METADATA
# description: the entry of a list that a reference leads to
entry(list, ref) := _by_id[ref.id] if {
	_by_id[ref.id]
} else := found[0] if {
	found := [candidate |
		some candidate in list
		is(candidate, ref)
	]
}

_by_id[item.id] := item if {
	some part in ["clusters", "vcns", "subnets", "compartments"]
	some item in input[part]
}

# METADATA
# description: whether a reference leads to that entry
is(entry, reference) if {
	entry.address == reference.ref
	object.get(entry, "stack", "") == object.get(reference, "stack", "")
}

is(entry, reference) if entry.id == reference.id
