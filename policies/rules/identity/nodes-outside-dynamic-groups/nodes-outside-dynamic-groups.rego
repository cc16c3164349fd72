# METADATA
# title: Self-managed nodes outside every dynamic group
# description: |
#   A self-managed node joins its cluster as a member of a dynamic group that may do so. When no dynamic group's rule
#   includes the instance, the cluster refuses it and the node never appears.
# related_resources:
#   - description: Dynamic group and policy for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengdynamicgrouppolicyforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-04]
#   message: "No dynamic group of this repository includes the self-managed nodes {pool}, so they cannot join the cluster."
#   remediation: "Define a dynamic group whose rule matches the instances, such as ALL {instance.compartment.id = '<compartment of the nodes>'}, and let it use CLUSTER_JOIN."
package rules.identity["nodes-outside-dynamic-groups"]

import data.lib.iam
import data.lib.join
import data.lib.violation

violations contains violation.graded(pool, [], {"pool": pool.address}, join.severity(pool)) if {
	some pool in join.pools
	join.membership(pool) == "no"
	join.allowed(pool) == "no"
}

undecided contains pool.id if {
	some pool in join.pools
	iam.present
	join.allowed(pool) == "maybe"
}
