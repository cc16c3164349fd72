# METADATA
# title: Self-managed nodes in a cluster of unstated type
# description: |
#   A cluster whose type is not stated is a basic one, at least until the announced change of the default, and only enhanced
#   clusters take self-managed nodes.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: Terraform provider, cluster
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_cluster
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-01]
#   message: "{subject} states no type, so it becomes a basic cluster, which self-managed nodes cannot join."
#   remediation: "Set the cluster type to ENHANCED_CLUSTER."
package rules["self-managed"]["self-managed-nodes-without-cluster-type"]

import data.lib.attribute
import data.lib.self_managed
import data.lib.violation

violations contains violation.related(found, self_managed.related(entry.pools)) if {
	some entry in self_managed.joined
	attribute.absent(entry.cluster, "type")
	found := violation.graded(entry.cluster, ["type"], {}, _severity)
}

# The default will change on a day that is not known.
_severity := "error" if input.facts.basic_clusters_by_default

_severity := "warning" if not input.facts.basic_clusters_by_default
