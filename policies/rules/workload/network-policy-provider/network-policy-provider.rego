# METADATA
# title: Network policy provider
# description: |
#   Virtual nodes work with the VCN-native pod networking of OCI alone. Calico, Cilium and other providers of network policies have
#   no agent there: their policies are accepted and protect nothing.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-05]
#   message: "{subject} belongs to a network policy provider, which virtual nodes do not support."
#   remediation: "Remove the provider and put the pods into a network security group, or run these workloads on managed nodes."
package rules.workload["network-policy-provider"]

import data.lib.api_group
import data.lib.container as containers
import data.lib.violation
import data.lib.virtual

# Looking for a word is much cheaper than the pattern, and most images have none of them.
_makers := ["calico/", "tigera/", "cilium/", "antrea/", "weaveworks/"]

_images := `(^|/)(calico/(node|cni|kube-controllers|typha)|tigera/operator|cilium/(cilium|operator(-[a-z]+)?)|antrea/antrea-[a-z-]+|weaveworks/weave-(kube|npc))$`

violations contains violation.at(object, ["kind"], {}) if {
	some object in input.workloads.custom
	api_group.network_policy_provider(object)
	virtual.bound(object)
}

# Once for each pod, at the first of its containers that shows it.
violations contains violation.at(container, ["image"], {}) if {
	some container in _shown
	containers.first_of_pod(container, _shown)
}

_shown := [container |
	some container in virtual.containers
	some maker in _makers
	contains(container.image.repository, maker)
	regex.match(_images, container.image.repository)
]
