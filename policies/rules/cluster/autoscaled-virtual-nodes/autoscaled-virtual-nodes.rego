# METADATA
# title: Autoscaled virtual nodes
# description: |
#   The number of virtual nodes is fixed: there is nothing to gain from more of them, because every pod gets its own
#   capacity. The Cluster Autoscaler cannot change their number.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Terraform module for OKE
#     ref: https://github.com/oracle-terraform-modules/terraform-oci-oke
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNT-07, VNK-14]
#   message: "{subject} lets the Cluster Autoscaler change the number of virtual nodes, which it cannot."
#   remediation: "Set a fixed size and scale the workloads with a HorizontalPodAutoscaler."
package rules.cluster["autoscaled-virtual-nodes"]

import data.lib.cluster as clusters
import data.lib.violation

violations contains violation.of(violation.at(pool, ["autoscale"], {}), ["VNT-07"]) if {
	some pool in clusters.virtual_pools
	pool.autoscale
}

violations contains violation.of(violation.at(addon, ["configurations", name], {}), ["VNT-07", "VNK-14"]) if {
	some addon in input.addons
	addon.addon == "ClusterAutoscaler"
	some name in {"nodes", "nodeGroups"}
	_names_virtual_pool(addon, name)
}

_names_virtual_pool(addon, name) if contains(addon.configurations[name], "ocid1.virtualnodepool.")

_names_virtual_pool(addon, name) if contains(addon.unknown[$"configurations.{name}"], "oci_containerengine_virtual_node_pool.")
