# METADATA
# title: Virtual nodes in a cluster of unstated type
# description: |
#   A cluster whose type is not stated is a basic one, at least until the announced change of the default, and virtual
#   nodes exist in enhanced clusters only.
# related_resources:
#   - description: Terraform provider, cluster
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_cluster
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-02]
#   message: "{subject} states no type, so it becomes a basic cluster, in which virtual nodes cannot be created."
#   remediation: "Set the cluster type to ENHANCED_CLUSTER."
package rules.cluster["virtual-nodes-without-cluster-type"]

import data.lib.attribute
import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.related(found, clusters.related(entry.pools, "a virtual node pool in it")) if {
	some entry in clusters.with_virtual_pools
	attribute.absent(entry.cluster, "type")
	found := violation.graded(entry.cluster, ["type"], {}, _severity)
}

# The default will change on a day that is not known.
_severity := "error" if input.facts.basic_clusters_by_default

_severity := "warning" if not input.facts.basic_clusters_by_default
