# METADATA
# title: Self-managed nodes in a basic cluster
# description: |
#   Only enhanced clusters take self-managed nodes. An instance that tries to join a basic cluster comes up and never
#   becomes a node.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: Terraform provider, cluster
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_cluster
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-01]
#   message: "{subject} is a {type:plain} cluster, which self-managed nodes cannot join."
#   remediation: "Set the cluster type to ENHANCED_CLUSTER (in the oke module cluster_type to enhanced); a basic cluster can be upgraded, but not back."
package rules["self-managed"]["basic-cluster-with-self-managed-nodes"]

import data.lib.self_managed
import data.lib.violation

violations contains violation.related(found, self_managed.related(entry.pools)) if {
	some entry in self_managed.joined
	entry.cluster.type == "BASIC_CLUSTER"
	found := violation.at(entry.cluster, ["type"], {"type": "basic"})
}
