# METADATA
# title: Cluster Autoscaler for self-managed nodes
# description: |
#   The Cluster Autoscaler scales managed node pools. Oracle says that it is not available for self-managed nodes; the
#   example of Oracle for HPC clusters lets it scale instance pools all the same.
# related_resources:
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: OKE with HPC shapes
#     ref: https://github.com/oracle-quickstart/oci-hpc-oke
#   - description: Karpenter provider for OCI
#     ref: https://github.com/oracle/karpenter-provider-oci
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-19]
#   message: "{subject} lets the Cluster Autoscaler scale self-managed nodes, which OKE does not support{choice:plain}."
#   remediation: "Scale managed node pools only, or set the size of instance pools yourself."
package rules["self-managed"]["autoscaled-self-managed-nodes"]

import data.lib.node_group
import data.lib.self_managed
import data.lib.violation

violations contains violation.at(pool, ["autoscale"], {"choice": _choice}) if {
	some pool in self_managed.pools
	pool.autoscale
}

# What the add-on and the chart are told to scale.
violations contains violation.at(addon, ["configurations", key], {"choice": _choice}) if {
	some addon in input.addons
	addon.addon == "ClusterAutoscaler"
	some key, value in addon.configurations
	regex.match(_instance_pool, value)
}

violations contains violation.at(addon, ["configurations", key], {"choice": _choice}) if {
	some addon in input.addons
	addon.addon == "ClusterAutoscaler"
	some attribute, text in addon.unknown
	startswith(attribute, "configurations.")
	contains(text, "oci_core_instance_pool.")
	key := trim_prefix(attribute, "configurations.")
}

violations contains violation.at(chart, [], {"choice": _choice}) if {
	some chart in input.charts
	some name in node_group.of(chart)
	regex.match(_instance_pool, name)
}

violations contains violation.at(chart, [], {"choice": _choice}) if {
	some chart in input.charts
	chart.chart == "cluster-autoscaler"
	some text in chart.unknown
	contains(text, "oci_core_instance_pool.")
}

_instance_pool := `(^|:)ocid1\.instancepool\.`

_choice := "; the Karpenter provider for OCI can create them by load, from Kubernetes 1.31 on" if input.facts.karpenter_provider

_choice := "" if not input.facts.karpenter_provider
