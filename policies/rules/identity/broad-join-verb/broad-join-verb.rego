# METADATA
# title: Nodes that may manage clusters
# description: |
#   Managing clusters contains CLUSTER_JOIN, so nodes can join with it, but it also contains CLUSTER_MANAGE, and every process
#   on every machine of the dynamic group is then an administrator inside Kubernetes and may delete the cluster.
# related_resources:
#   - description: Policy reference of Kubernetes Engine
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/Reference/contengpolicyreference.htm
#   - description: Dynamic group and policy for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengdynamicgrouppolicyforselfmanagednodes.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [SMN-05]
#   message: "{subject} makes the self-managed nodes {pool} administrators of the clusters, when all they need is to join."
#   remediation: "Grant {CLUSTER_JOIN} in place of the verb and the resource type."
package rules.identity["broad-join-verb"]

import data.lib.grantee
import data.lib.join
import data.lib.violation

violations contains violation.at(statement, ["verb"], {"pool": pool.address}) if {
	some statement in input.statements
	statement.effect == "allow"
	statement.verdict != "invalid"
	statement.verb == "manage"
	some type in statement.resources
	type in {"clusters", "cluster-family"}
	some principal in statement.principals
	principal.kind == "dynamic-group"
	some pool in join.pools
	some group in join.groups(pool)
	group in grantee.groups(principal)
}
