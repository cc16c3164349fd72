# METADATA
# title: More pods per node than OKE allows
# description: |
#   Whatever the shape of a node, OKE lets it run at most 110 pods with VCN-native pod networking, a limit that comes
#   from Kubernetes. Since May 2026 it is 256 for pools that have secondary VNIC profiles.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-07, CNI-05, CNI-34, SMN-29]
#   message: "{subject} asks for {pods:plain} pods per node; at most {limit:plain} are possible."
#   remediation: "Lower the number of pods per node to the limit, or use more nodes."
package rules.cluster["more-pods-than-kubernetes-allows"]

import data.lib.pod_limit
import data.lib.violation

violations contains violation.of(violation.at(pool, ["max_pods"], {"pods": pool.max_pods, "limit": limit}), requirements) if {
	some pool in pod_limit.pools
	limit := pod_limit.by_kubernetes(pool)
	pool.max_pods > limit
	not _too_few_vnics(pool, limit)
	requirements := [id | some id, applies in _aliases(pool, limit); applies]
}

# Then the VNICs are the first thing to say.
_too_few_vnics(pool, limit) if pod_limit.by_vnics(pool) < limit

# The same limit ends the formula of VNICs.
_aliases(pool, limit) := {
	"CNI-05": limit == 110,
	"CNI-07": true,
	"CNI-34": pool.notation == "module",
	"SMN-29": pool.mode == "self-managed",
}
