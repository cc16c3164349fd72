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

import data.lib.violation
import data.lib.virtual

_objects contains object if some object in input.workloads.objects.CiliumNetworkPolicy

_objects contains object if some object in input.workloads.objects.CiliumClusterwideNetworkPolicy

_objects contains object if some object in input.workloads.objects.CiliumLoadBalancerIPPool

_objects contains object if some object in input.workloads.objects.NetworkPolicy

_objects contains object if some object in input.workloads.objects.GlobalNetworkPolicy

_objects contains object if some object in input.workloads.objects.GlobalNetworkSet

_objects contains object if some object in input.workloads.objects.NetworkSet

_objects contains object if some object in input.workloads.objects.Installation

_objects contains object if some object in input.workloads.objects.APIServer

_objects contains object if some object in input.workloads.objects.FelixConfiguration

_objects contains object if some object in input.workloads.objects.IPPool

_objects contains object if some object in input.workloads.objects.BGPConfiguration

_objects contains object if some object in input.workloads.objects.BGPPeer

_groups := {"crd.projectcalico.org", "projectcalico.org", "operator.tigera.io", "cilium.io"}

_images := `(^|/)(calico/(node|cni|kube-controllers|typha)|tigera/operator|cilium/(cilium|operator(-[a-z]+)?)|antrea/antrea-[a-z-]+|weaveworks/weave-(kube|npc))$`

violations contains violation.at(object, ["kind"], {}) if {
	some object in _objects
	object.group in _groups
	virtual.bound(object)
}

violations contains violation.at(container, ["image"], {}) if {
	some container in virtual.containers
	regex.match(_images, container.image.repository)
}
