# METADATA
# title: VCN-native pool without a pod subnet
# description: |
#   With VCN-native pod networking the second VNIC of each node is attached to the pod subnet, from which pods get
#   their addresses. A pool that names none cannot be made.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-22]
#   message: "{subject} has VCN-native pod networking but names no pod subnet."
#   remediation: "Name one private, regional subnet of the same VCN in pod_subnet_ids."
package rules.cluster["missing-pod-subnet"]

import data.lib.attribute
import data.lib.pod_limit
import data.lib.violation

violations contains violation.at(pool, ["pod_subnets"], {}) if {
	some pool in pod_limit.pools
	pool.mode == "managed"
	_none(pool)
	not _in_profile(pool)
}

_none(pool) if attribute.absent(pool, "pod_subnets")

_none(pool) if {
	pool.pod_subnets == []
	not attribute.unknown(pool, "pod_subnets")
}

# Profiles of secondary VNICs name subnets of their own.
_in_profile(pool) if {
	pod_limit.profiles(pool)
	some profile in pool.secondary_vnics
	profile.subnet
}

_in_profile(pool) if attribute.unknown(pool, "secondary_vnics")
