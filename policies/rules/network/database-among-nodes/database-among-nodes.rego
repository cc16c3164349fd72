# METADATA
# title: Database in a subnet of the cluster
# description: |
#   A database in a private subnet of its own is reached only by what the rules of that subnet admit. In the subnet of
#   pods or nodes, of load balancers or of the API endpoint, everything in that subnet is a neighbour.
# related_resources:
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-06, ARC-07]
#   message: "{subject} lies in the subnet of {tier:plain} of a cluster."
#   remediation: "Give the database a private subnet of its own and admit the pods to its port."
package rules.network["database-among-nodes"]

import data.lib.pool as node_pools
import data.lib.ref
import data.lib.violation

violations contains violation.at(database, ["subnet"], {"tier": tier}) if {
	some database in input.databases
	tier := concat(" and ", sort({taken.tier | some taken in _taken; ref.same(taken.reference, database.subnet)}))
	tier != ""
}

_taken contains {"tier": "the pods", "reference": used.reference} if {
	some pool in input.node_pools
	some used in node_pools.pod_subnets(pool)
}

_taken contains {"tier": "the nodes", "reference": used.reference} if {
	some pool in input.node_pools
	some used in node_pools.node_subnets(pool)
}

_taken contains {"tier": "the API endpoint", "reference": cluster.endpoint_subnet} if some cluster in input.clusters

_taken contains {"tier": "load balancers", "reference": reference} if {
	some cluster in input.clusters
	some reference in cluster.lb_subnets
}
