# METADATA
# title: Several pod subnets for one pool
# description: |
#   The setting is a list, but a node pool takes exactly one subnet for its pods. Other pools, also of the same
#   cluster, may have other pod subnets.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-04]
#   message: "{subject} names {number:plain} pod subnets; a pool can have one."
#   remediation: "Keep one pod subnet. For more addresses add a CIDR block to it, or make another pool with a subnet of its own."
package rules.cluster["several-pod-subnets"]

import data.lib.pod_limit
import data.lib.violation

# A list that is not known for certain may hold the branches of a condition.
violations contains violation.at(pool, ["pod_subnets", 1], {"number": number}) if {
	some pool in pod_limit.pools
	not pool.unknown.pod_subnets
	number := count({reference.ref | some reference in pool.pod_subnets})
	number > 1
}
