# Labels of nodes: what pools carry and what workloads ask for.
package lib.node_label

# METADATA
# description: a label that somebody else than the author of the pool puts on nodes
foreign(key) if regex.match(`^([^/]*\.)?(kubernetes\.io|k8s\.io|oraclecloud\.com|karpenter\.sh|nvidia\.com)/`, key)

# METADATA
# description: the labels of the pool are all known
known(pool) if {
	pool.mode != "self-managed" # They get theirs from the kubelet's arguments.
	count([path | some path, _ in pool.unknown; startswith(path, "labels")]) == 0
}

# METADATA
# description: where the pod goes cannot be known
doubtful(pod) if {
	some path, _ in pod.unknown
	regex.match(`^(spec\.)?(nodeSelector|affinity|topologySpreadConstraints)|^spec$|^\$?$`, path)
}
