# METADATA
# title: Nodes that may not join
# description: |
#   Being in a dynamic group allows nothing by itself. Without a statement that lets the group use CLUSTER_JOIN where the
#   cluster is, the nodes ask to join and are refused.
# related_resources:
#   - description: Dynamic group and policy for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengdynamicgrouppolicyforselfmanagednodes.htm
#   - description: Policy reference of Kubernetes Engine
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/Reference/contengpolicyreference.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-05]
#   message: "No statement of this repository lets the self-managed nodes {pool} join the cluster."
#   remediation: "Add Allow dynamic-group <group of the nodes> to {CLUSTER_JOIN} in compartment <compartment of the cluster>; using clusters, or another group's right, is not enough."
package rules.identity["missing-join-grant"]

import data.lib.join
import data.lib.violation

violations contains violation.related(violation.at(pool, [], {"pool": pool.address}), groups) if {
	some pool in join.pools
	join.membership(pool) in {"yes", "maybe"}
	join.allowed(pool) == "no"
	groups := [{"item": group.id, "note": "the dynamic group of the nodes"} | some group in join.groups(pool)]
}
