# METADATA
# title: One subnet for several tiers of a cluster
# description: |
#   The API endpoint, the load balancers and the nodes with their pods are reached by different clients. In a subnet of
#   its own each tier has routes and security rules of its own; nodes and pods may share theirs. OKE wants node and pod
#   subnets in addition to those of the API endpoint and of load balancers, and by now requires it of nodes and load
#   balancers.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Network resource configuration for clusters
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengnetworkconfig.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-20, ARC-06]
#   message: "{subject} shares a subnet: {tiers:plain}."
#   remediation: "Make a subnet for each tier: API endpoint, load balancers, nodes, and pods where they do not share that of the nodes."
package rules.network["subnet-of-several-tiers"]

import data.lib.cluster as clusters
import data.lib.pool as node_pools
import data.lib.ref
import data.lib.violation

violations contains violation.related(found, [{"item": cluster.id, "path": taken.path, "note": "the other tier"}]) if {
	some pool in input.node_pools
	cluster := clusters.of(pool)
	some own in _tiers(pool)
	some taken in _endpoints(cluster)
	ref.same(own.reference, taken.reference)
	not _another_rule(pool, taken)
	found := violation.graded(pool, own.path, {"tiers": $"it holds {own.tier} and {taken.tier}"}, _severity(own, taken))
}

violations contains violation.of(violation.at(cluster, ["endpoint_subnet"], {"tiers": "it holds the API endpoint and load balancers"}), ["ARC-06"]) if {
	some cluster in input.clusters
	not cluster.unknown.lb_subnets
	some reference in cluster.lb_subnets
	ref.same(reference, cluster.endpoint_subnet)
}

# Where nodes and pods share a subnet, the nodes are enough to say.
_tiers(pool) := array.concat(nodes, pods) if {
	nodes := [object.union(used, {"tier": "nodes"}) | some used in node_pools.node_subnets(pool); _first(pool, used)]
	pods := [object.union(used, {"tier": "pods"}) |
		some used in node_pools.pod_subnets(pool)
		not pool.unknown.pod_subnets
		not _among(nodes, used.reference)
	]
}

_among(nodes, reference) if {
	some node in nodes
	ref.same(node.reference, reference)
}

# The list of subnets repeats those of the placements.
_first(_, used) if used.path[0] == "placements"

_first(pool, _) if not pool.placements

_endpoints(cluster) := array.concat(
	[{"reference": cluster.endpoint_subnet, "path": ["endpoint_subnet"], "tier": "the API endpoint"} | cluster.endpoint_subnet],
	[{"reference": reference, "path": ["lb_subnets", i], "tier": "load balancers"} | some i, reference in cluster.lb_subnets; not cluster.unknown.lb_subnets],
)

_another_rule(pool, taken) if {
	pool.mode == "virtual"
	taken.tier == "load balancers"
}

_severity(own, taken) := "error" if {
	own.tier == "nodes"
	taken.tier == "load balancers"
	input.facts.separate_load_balancer_subnets
} else := "warning"
