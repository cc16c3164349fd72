# METADATA
# title: Kubernetes too old for virtual nodes
# description: |
#   Virtual nodes need Kubernetes 1.25 or newer.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Virtual nodes and virtual node pools
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithvirtualnodes.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-04]
#   message: "{subject} runs Kubernetes {version:plain}; virtual nodes need 1.25 or newer."
#   remediation: "Upgrade the cluster to a supported version of Kubernetes."
package rules.cluster["kubernetes-too-old-for-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.version
import data.lib.violation

violations contains violation.related(found, clusters.related(entry.pools, "a virtual node pool in it")) if {
	some entry in clusters.with_virtual_pools
	version.below(entry.cluster.version, [1, 25, 0])
	found := violation.at(entry.cluster, ["version"], {"version": version.text(entry.cluster.version)})
}
