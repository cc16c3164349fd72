# METADATA
# title: Network policy
# description: |
#   Virtual nodes enforce no network policies. The danger is silence: the object is accepted and shows up in listings, and all
#   traffic that it was to stop flows on. Oracle's sample repository for virtual nodes has a policy too, in its ingress-nginx manifest:
#   that it applies there without an error does not mean that it is enforced.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-04]
#   message: "{subject} is accepted but protects nothing on virtual nodes, which do not enforce network policies."
#   remediation: "Put the pods into a network security group and write its rules; keep the policy only for pods on managed nodes."
package rules.workload["network-policy"]

import data.lib.violation
import data.lib.virtual

violations contains violation.at(policy, ["kind"], {}) if {
	some policy in input.workloads.objects.NetworkPolicy
	policy.group in {"networking.k8s.io", "extensions"}
	virtual.bound(policy)
	object.get(policy.value, "$patch", "") != "delete"
}

# AdminNetworkPolicy and its relatives.
violations contains violation.at(policy, ["kind"], {}) if {
	some policy in input.workloads.custom
	policy.group == "policy.networking.k8s.io"
	endswith(policy.kind, "NetworkPolicy")
	virtual.bound(policy)
}
