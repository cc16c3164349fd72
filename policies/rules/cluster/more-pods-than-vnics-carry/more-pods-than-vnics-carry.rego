# METADATA
# title: More pods per node than its VNICs carry
# description: |
#   With VCN-native pod networking one VNIC of a node is its own, and each of the others brings 31 addresses for pods,
#   up to 110 pods. How many VNICs a node has depends on its shape and, for flexible shapes, on its OCPUs. Nobody
#   refuses a higher number: pods beyond the addresses stay in ContainerCreating.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Compute shapes
#     ref: https://docs.oracle.com/en-us/iaas/Content/Compute/References/computeshapes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-05, CNI-06, CNI-07, CNI-34, SMN-29]
#   message: "{subject} asks for {pods:plain} pods per node, but {shape:plain} has {vnics:plain} VNICs, which carry {limit:plain}."
#   remediation: "Lower the number of pods per node, or choose a shape or OCPUs with more VNICs: more than 31 pods need three VNICs, more than 62 need four, more than 93 need five."
package rules.cluster["more-pods-than-vnics-carry"]

import data.lib.pod_limit
import data.lib.violation

violations contains violation.of(violation.at(pool, ["max_pods"], facts), requirements) if {
	some pool in pod_limit.pools
	limit := pod_limit.by_vnics(pool)
	limit < pod_limit.by_kubernetes(pool)
	pool.max_pods > limit
	facts := {"pods": pool.max_pods, "limit": limit, "vnics": pool.vnics, "shape": _shape(pool)}
	requirements := sort({id | some id, _ in _requirements(pool)})
}

_shape(pool) := $"{pool.shape} with {pool.ocpus} OCPUs" if {
	contains(pool.shape, ".Flex")
	pool.ocpus
} else := object.get(pool, "shape", "the shape")

# One fact under several names.
_requirements(pool) := {id: true |
	some id, applies in {
		"CNI-05": true,
		"CNI-06": pool.vnics < 3,
		"CNI-07": pool.max_pods > 110,
		"CNI-34": pool.notation == "module",
		"SMN-29": pool.mode == "self-managed",
	}
	applies
}
