# METADATA
# title: Cluster Autoscaler that scales an instance pool
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
#   message: "{subject} scales an instance pool, whose self-managed nodes the Cluster Autoscaler of OKE does not support{choice:plain}."
#   remediation: "Name managed node pools only, or set the size of instance pools yourself."
package rules.workload["cluster-autoscaler-on-instance-pool"]

import data.lib.violation

violations contains violation.at(container, [list, i], {"choice": _choice}) if {
	some container in input.workloads.containers
	some list in ["command", "args"]
	some i, argument in container.value[list]
	regex.match(`^--?nodes[= ]|^[0-9]+:[0-9]+:`, argument)
	contains(argument, ":ocid1.instancepool.")
}

# A pool of Terraform, whose id nobody knows yet.
violations contains violation.at(container, [list, to_number(i)], {"choice": _choice}) if {
	some pod in input.workloads.pods
	some attribute, text in pod.unknown
	contains(text, "oci_core_instance_pool.")
	regex.match(`^"?(--?nodes[= ])?[0-9]+:[0-9]+:\$\{[^}]*oci_core_instance_pool\.`, text)
	[_, number, list, i] := regex.find_all_string_submatch_n(`^containers\.(\d+)\.(command|args)\.(\d+)$`, attribute, 1)[0]
	some container in input.workloads.containers
	container.id == $"{pod.id}/containers/{number}"
}

_choice := "; the Karpenter provider for OCI can create them by load, from Kubernetes 1.31 on" if input.facts.karpenter_provider

_choice := "" if not input.facts.karpenter_provider
