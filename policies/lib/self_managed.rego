# Self-managed nodes, one entry per instance, instance pool or cluster network, and the clusters that they join.
package lib.self_managed

import data.lib.cluster as clusters

pools := [pool | some pool in input.node_pools; pool.mode == "self-managed"]

_pools[cluster.id] contains pool if {
	some pool in pools
	cluster := clusters.of(pool)
}

# METADATA
# description: '`{cluster, pools}` of each cluster in the repository that has self-managed nodes'
joined := [{"cluster": clusters.by_id[id], "pools": sort(found)} | some id, found in _pools]

# METADATA
# description: the self-managed nodes as other places of a violation
related(found) := clusters.related(found, "a self-managed node in it")

# METADATA
# description: pods on it certainly get addresses of the VCN
native(pool) if pool.cni == "OCI_VCN_IP_NATIVE"

# METADATA
# description: '`{version, path}` of the Kubernetes version that the node runs: its image decides, and what is stated where the image does not tell'
kubernetes(pool) := {"version": pool.version, "path": ["version"]} if {
	object.get(pool.image, "kubernetes_version", pool.version) == pool.version
} else := {"version": pool.image.kubernetes_version, "path": ["image"]} if {
	pool.image.kubernetes_version
} else := {"version": pool.version, "path": ["version"]}

# METADATA
# description: names of settings that are written although self-managed nodes have no such settings, with their paths
foreign(pool, names) := [{"name": name, "path": ["settings", i]} | some i, name in pool.settings; name in names]

# METADATA
# description: the requirements, where some of the pools is one of self-managed nodes
requirements(found, ids) := [id | some id in ids; "self-managed" in {pool.mode | some pool in found}]
