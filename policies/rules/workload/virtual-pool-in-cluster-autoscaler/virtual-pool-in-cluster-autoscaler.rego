# METADATA
# title: Virtual node pool in the Cluster Autoscaler
# description: |
#   The number of virtual nodes is fixed. A Cluster Autoscaler that is given a virtual node pool cannot change it, and
#   refuses to start or fails again and again.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: any
#   requirements: [VNT-07, VNK-14]
#   message: "Container {container} gives the Cluster Autoscaler a virtual node pool, whose size it cannot change."
#   remediation: "Name managed node pools only, and scale workloads on virtual nodes with a HorizontalPodAutoscaler."
package rules.workload["virtual-pool-in-cluster-autoscaler"]

import data.lib.violation

violations contains violation.at(container, [field, i], {"container": container.name}) if {
	some container in input.workloads.containers
	some field in ["command", "args"]
	some i, word in container.value[field]
	contains(word, "ocid1.virtualnodepool.")
	contains(word, "nodes")
}

# The option and its value as two words.
violations contains violation.at(container, [field, i + 1], {"container": container.name}) if {
	some container in input.workloads.containers
	some field in ["command", "args"]
	some i, "--nodes" in container.value[field]
	contains(container.value[field][i + 1], "ocid1.virtualnodepool.")
}

# A pool of Terraform, whose id nobody knows yet.
violations contains violation.at(container, [field, to_number(i)], {"container": container.name}) if {
	some pod in input.workloads.pods
	some attribute, text in pod.unknown
	contains(text, "oci_containerengine_virtual_node_pool.")
	regex.match(`^"?(--?nodes[= ])?[0-9]+:[0-9]+:\$\{[^}]*oci_containerengine_virtual_node_pool\.`, text)
	[_, number, field, i] := regex.find_all_string_submatch_n(`^containers\.(\d+)\.(command|args)\.(\d+)$`, attribute, 1)[0]
	some container in input.workloads.containers
	container.id == $"{pod.id}/containers/{number}"
}
