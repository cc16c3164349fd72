# METADATA
# title: Kubernetes too old for self-managed nodes
# description: |
#   Self-managed nodes join control planes of Kubernetes 1.25 and later. Where their pods are to have addresses of the VCN,
#   the control plane has to be of 1.27.10 or later.
# related_resources:
#   - description: Prerequisites for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengprereqsforselfmanagednodes.htm
#   - description: Working with self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengworkingwithselfmanagednodes.htm
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-02, SMN-03, CNI-30]
#   message: "{subject} runs Kubernetes {version:plain}, but {need:plain} {floor:plain} or later."
#   remediation: "Upgrade the control plane to a Kubernetes version that OKE supports today."
package rules["self-managed"]["kubernetes-too-old-for-self-managed-nodes"]

import data.lib.self_managed
import data.lib.version
import data.lib.violation

violations contains violation.related(violation.of(found, requirements), self_managed.related(need.pools)) if {
	some entry in self_managed.joined
	need := _need(entry)
	requirements := [id | some id, floor in _floors; version.below(entry.cluster.version, floor); id in need.requirements]
	facts := {"version": version.text(entry.cluster.version), "need": need.text, "floor": version.text(need.floor)}
	found := violation.at(entry.cluster, ["version"], facts)
}

_floors := {"CNI-30": [1, 27, 10], "SMN-02": [1, 25, 0], "SMN-03": [1, 27, 10]}

# The higher floor says it all.
_need(entry) := {
	"floor": _floors["SMN-03"],
	"text": "VCN-native pod networking on self-managed nodes needs",
	"requirements": {"CNI-30", "SMN-02", "SMN-03"},
	"pools": pools,
} if {
	pools := [pool | some pool in entry.pools; self_managed.native(pool)]
	count(pools) > 0
	version.below(entry.cluster.version, _floors["SMN-03"])
} else := {
	"floor": _floors["SMN-02"],
	"text": "self-managed nodes need",
	"requirements": {"SMN-02"},
	"pools": entry.pools,
} if {
	version.below(entry.cluster.version, _floors["SMN-02"])
}
