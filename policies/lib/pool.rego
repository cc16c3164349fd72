# Node pools and the subnets that their nodes and pods use.
package lib.pool

# METADATA
# description: '`{reference, path}` of every subnet that the pool puts nodes into; those of placements are not told again as `subnets`'
node_subnets(pool) := array.concat(
	[{"reference": placement.subnet, "path": ["placements", i, "subnet"]} | some i, placement in pool.placements; placement.subnet],
	[{"reference": reference, "path": ["subnets", i]} | some i, reference in pool.subnets; not _placed(pool, reference)],
)

_placed(pool, reference) if {
	some placement in pool.placements
	placement.subnet.ref == reference.ref
}

# METADATA
# description: '`{reference, path}` of every subnet that the pool puts pods into'
pod_subnets(pool) := [{"reference": reference, "path": ["pod_subnets", i]} | some i, reference in pool.pod_subnets]

# METADATA
# description: its pods get addresses of the VCN
native(pool) if pool.mode == "virtual"

native(pool) if pool.cni == "OCI_VCN_IP_NATIVE"

# Modules write the subnet down also for pools that do not use it.
native(pool) if {
	count(pool.pod_subnets) > 0
	not pool.cni
}

# METADATA
# description: 'the requirements that a finding about it belongs to: for virtual pools all of them, for others those that are not theirs alone'
requirements(pool, virtual, all_pools) := array.concat(virtual, all_pools) if pool.mode == "virtual"

requirements(pool, _, all_pools) := all_pools if pool.mode != "virtual"
