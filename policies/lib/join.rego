# What self-managed nodes need of identity: to be in a dynamic group, and that the group may join the cluster.
package lib.join

import data.lib.answer
import data.lib.grantee
import data.lib.iam
import data.lib.ref
import data.lib.referred

pools := [pool | some pool in input.node_pools; pool.mode == "self-managed"]

# METADATA
# description: the dynamic groups that include, or may include, the nodes of a pool
groups(pool) := [group | some i, _ in _nodes[pool.id].groups; group := input.dynamic_groups[i]]

# METADATA
# description: whether some dynamic group includes the nodes of a pool
membership(pool) := answer.any({told | some told in _nodes[pool.id].groups})

_nodes[pool.id] := grantee.instance(pool) if some pool in pools

# METADATA
# description: whether the nodes of a pool may join their cluster
allowed(pool) := answer.any({_asked(pool), iam.by_module(pool, "CLUSTER_JOIN"), _beside_module(pool)})

_asked(pool) := iam.ask({
	"want": "CLUSTER_JOIN",
	"who": _nodes[pool.id],
	"where": object.get(_cluster(pool), "compartment", {}),
	"target": {"target.cluster.id": _itself(pool)},
})

# The module's group takes in all instances of its compartments, those of others among them.
_beside_module(pool) := "maybe" if {
	iam.by_module(_cluster(pool), "CLUSTER_JOIN") != "no"
} else := "no"

# METADATA
# description: how sure it is that something is missing, when other repositories may hold it
severity(pool) := "error" if {
	iam.present
} else := "warning" if {
	pool.notation == "module"
} else := "notice"

_cluster(pool) := referred.cluster_of(pool)

_cluster(pool) := {} if not referred.cluster_of(pool)

_itself(pool) := ref.to(referred.cluster_of(pool))

_itself(pool) := object.get(pool, "cluster", {}) if not referred.cluster_of(pool)
