# METADATA
# title: Secondary VNIC profiles beyond their limits
# description: |
#   Secondary VNIC profiles state how many addresses each VNIC of a node takes for pods. Together they may take 256, a
#   node cannot run more pods than that, and each profile needs a VNIC beside the node's own. OKE knows profiles since
#   May 2026.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-31]
#   message: "{subject} {fault:plain}."
#   remediation: "Keep the sum of ip_count at 256 or less and at or above the pods per node, with one profile fewer than the shape has VNICs."
package rules.cluster["secondary-vnic-profile-limit"]

import data.lib.pod_limit
import data.lib.violation

_most := 256

violations contains violation.at(pool, fault.path, {"fault": fault.text}) if {
	some pool in pod_limit.pools
	pod_limit.profiles(pool)
	some fault in _faults(pool)
}

violations contains violation.graded(pool, ["secondary_vnics"], {"fault": "has secondary VNIC profiles, which OKE does not know yet on this date"}, "warning") if {
	not input.facts.secondary_vnic_profiles
	some pool in input.node_pools
	pool.mode == "managed"
	count(pool.secondary_vnics) > 0
}

_faults(pool) := array.concat(
	[{"path": ["secondary_vnics"], "text": $"takes {_sum(pool)} addresses on its secondary VNICs, where {_most} is the most"} | _sum(pool) > _most],
	array.concat(
		[{"path": ["max_pods"], "text": $"asks for {pool.max_pods} pods per node, but its secondary VNICs take {_sum(pool)} addresses"} |
			_complete(pool)
			pool.max_pods > _sum(pool)
		],
		[{"path": ["secondary_vnics"], "text": $"has {count(pool.secondary_vnics)} secondary VNIC profiles, but {pool.vnics} VNICs, of which one is the node's own"} |
			count(pool.secondary_vnics) > pool.vnics - 1
		],
	),
)

# What is known: a lower bound.
_sum(pool) := sum([profile.ip_count | some profile in pool.secondary_vnics])

_complete(pool) if {
	not pool.unknown.secondary_vnics
	every profile in pool.secondary_vnics {
		profile.ip_count
	}
}
