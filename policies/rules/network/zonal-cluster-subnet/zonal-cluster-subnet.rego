# METADATA
# title: Subnet of a cluster in one availability domain
# description: |
#   A subnet that belongs to one availability domain falls with it, and everything in the other domains needs a subnet
#   of its own. Subnets for a region serve all of them. The subnet of the API endpoint has to be regional; for nodes it
#   is a recommendation.
# related_resources:
#   - description: Network resource configuration for clusters
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengnetworkconfig.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-04, CNI-28, VNT-17]
#   message: "{subject} belongs to one availability domain, but holds {use:plain} of a cluster."
#   remediation: "Remove availability_domain from the subnet. A subnet cannot be changed in that, so it is made anew."
package rules.network["zonal-cluster-subnet"]

import data.lib.cluster as clusters
import data.lib.pool as node_pools
import data.lib.ref
import data.lib.subnet as subnets
import data.lib.violation

# Each subnet once, by what weighs most. Those of pods and of virtual nodes have rules of their own.
violations contains violation.of(violation.graded(subnet, ["availability_domain"], {"use": use.text}, use.severity), array.concat(use.requirements, _of_virtual(subnet))) if {
	some subnet in input.subnets
	subnet.availability_domain
	not _told_elsewhere[subnet.id]
	use := [one | some one in _uses; one.holds[subnet.id]][0]
}

_uses := [
	{"text": "the API endpoint", "severity": "error", "requirements": ["ARC-04"], "holds": _endpoints},
	{"text": "load balancers", "severity": "warning", "requirements": ["ARC-04"], "holds": _balancers},
	{"text": "the database", "severity": "warning", "requirements": ["ARC-04"], "holds": _databases},
	{"text": "nodes", "severity": "notice", "requirements": ["CNI-28", "ARC-04"], "holds": _nodes},
]

# Clusters with virtual nodes have a requirement of their own.
_of_virtual(subnet) := [id | some id in ["VNT-17"]; _virtual[subnet.id]]

_virtual[subnet.id] := true if {
	some entry in clusters.with_virtual_pools
	some reference in array.concat([entry.cluster.endpoint_subnet | entry.cluster.endpoint_subnet], object.get(entry.cluster, "lb_subnets", []))
	subnet := subnets.of(reference)
}

_told_elsewhere[used.subnet.id] := true if some used in subnets.for_pods

_told_elsewhere[subnet.id] := true if {
	some pool in input.node_pools
	pool.mode == "virtual"
	some used in node_pools.node_subnets(pool)
	subnet := subnets.of(used.reference)
}

_endpoints[subnet.id] := true if {
	some cluster in input.clusters
	subnet := subnets.of(cluster.endpoint_subnet)
}

_balancers[subnet.id] := true if {
	some cluster in input.clusters
	some reference in cluster.lb_subnets
	subnet := subnets.of(reference)
}

# Only beside a cluster: what else is in the repository is not ours to judge.
_databases[subnet.id] := true if {
	some database in input.databases
	subnet := subnets.of(database.subnet)
	some cluster in input.clusters
	ref.same(subnet.vcn, cluster.vcn)
}

_nodes[subnet.id] := true if {
	some used in subnets.for_nodes
	subnet := used.subnet
}
