# Subnets: who uses them, how many addresses they have, and when a public one is right.
package lib.subnet

import data.lib.cluster as clusters
import data.lib.pool as node_pools

by_id := {subnet.id: subnet | some subnet in input.subnets}

# METADATA
# description: the subnet that a reference leads to, when it is in the repository
of(reference) := by_id[reference.id]

# Pools by the subnet that their pods live in.
_pod_pools[subnet.id] contains pool if {
	some pool in input.node_pools
	node_pools.native(pool)
	some used in node_pools.pod_subnets(pool)
	subnet := of(used.reference)
}

# Pools by the subnet that their nodes live in.
_node_pools[subnet.id] contains pool if {
	some pool in input.node_pools
	some used in node_pools.node_subnets(pool)
	subnet := of(used.reference)
}

# METADATA
# description: '`{subnet, pools}` of each subnet that pods get their addresses from'
for_pods := [{"subnet": by_id[id], "pools": sort(pools)} | some id, pools in _pod_pools]

# METADATA
# description: '`{subnet, pools}` of each subnet that nodes live in'
for_nodes := [{"subnet": by_id[id], "pools": sort(pools)} | some id, pools in _node_pools]

# METADATA
# description: IPv6 is evidently, or may be, in use in the subnet and in the pool's cluster, where public subnets are right
dual_stack(subnet, pool) if {
	input.facts.dual_stack_clusters
	_six(subnet)
	_six_cluster(pool)
}

_six(subnet) if subnet.ipv6

_six(subnet) if subnet.unknown.ipv6

_six_cluster(pool) if not clusters.of(pool)

_six_cluster(pool) if "IPv6" in clusters.of(pool).ip_families

_six_cluster(pool) if clusters.of(pool).unknown.ip_families

# METADATA
# description: '`virtual` when some of the pools is a virtual one; decides which requirements apply'
mode(pools) := "virtual" if {
	some pool in pools
	pool.mode == "virtual"
} else := "other"

# METADATA
# description: the requirements that a finding about a subnet of these pools belongs to; the first list is for virtual pools alone
requirements(pools, virtual, all_pools) := array.concat(virtual, all_pools) if mode(pools) == "virtual"

requirements(pools, _, all_pools) := all_pools if mode(pools) != "virtual"

# METADATA
# description: addresses of the pools for a message
names(pools) := concat(", ", [pool.address | some pool in pools])

# METADATA
# description: addresses that the subnet can give away; the first two and the last of each IPv4 block are kept by OCI
capacity(subnet) := sum([size |
	some cidr in subnet.cidrs
	size := _addresses[prefix(cidr)] - 3
]) if {
	count(subnet.cidrs) > 0
	not subnet.unknown.cidrs
	every cidr in subnet.cidrs {
		prefix(cidr)
	}
}

# METADATA
# description: prefix length of an IPv4 block
prefix(cidr) := to_number(parts[1]) if {
	regex.match(`^[0-9]{1,3}(\.[0-9]{1,3}){3}/[0-9]{1,2}$`, cidr)
	parts := split(cidr, "/")
}

_addresses := {length: bits.lsh(1, 32 - length) | some length in numbers.range(8, 30)}
