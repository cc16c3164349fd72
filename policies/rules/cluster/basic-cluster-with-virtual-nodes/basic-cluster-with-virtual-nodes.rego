# METADATA
# title: Virtual nodes in a basic cluster
# description: |
#   Virtual nodes exist in enhanced clusters only. A virtual node pool in a basic cluster is refused when it is created.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Terraform provider, cluster
#     ref: https://registry.terraform.io/providers/oracle/oci/latest/docs/resources/containerengine_cluster
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-01, VNT-02, VNT-21]
#   message: "{subject} is a {type:plain} cluster, in which virtual nodes cannot be created."
#   remediation: "Set the cluster type to ENHANCED_CLUSTER; a basic cluster can be upgraded, but not back."
package rules.cluster["basic-cluster-with-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.related(violation.of(found, _requirements(entry.cluster)), clusters.related(entry.pools, "a virtual node pool in it")) if {
	some entry in clusters.with_virtual_pools
	entry.cluster.type == "BASIC_CLUSTER"
	found := violation.at(entry.cluster, ["type"], {"type": "basic"})
}

_requirements(cluster) := ["VNT-01"] if cluster.notation != "module"

_requirements(cluster) := ["VNT-01", "VNT-21"] if {
	cluster.notation == "module"
	not _default(cluster)
}

# The module makes a basic cluster unless it is told otherwise, and refuses virtual pools in it.
_requirements(cluster) := ["VNT-02", "VNT-21"] if {
	cluster.notation == "module"
	_default(cluster)
}

_default(cluster) if "type" in cluster.defaults
