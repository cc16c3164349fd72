# METADATA
# title: Third-party pod network
# description: |
#   Virtual nodes work with the VCN-native pod networking of OCI alone. Flannel and Multus run agents on each node and configure
#   its network, and a virtual node has room for neither.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-06]
#   message: "{subject} belongs to or asks for a pod network other than OCI VCN-native networking, which virtual nodes do not support."
#   remediation: "Use OCI VCN-native pod networking alone, or run these workloads on managed nodes."
package rules.workload["third-party-pod-network"]

import data.lib.template
import data.lib.violation
import data.lib.virtual

violations contains violation.at(object, ["kind"], {}) if {
	some object in input.workloads.objects.NetworkAttachmentDefinition
	object.group == "k8s.cni.cncf.io"
	virtual.bound(object)
}

violations contains violation.at(object, ["metadata", "name"], {}) if {
	some object in input.workloads.objects.DaemonSet
	object.group in {"apps", "extensions"}
	regex.match(`^kube-(flannel|multus)`, object.name)
	virtual.bound(object)
}

violations contains violation.at(object, ["metadata", "name"], {}) if {
	some object in input.workloads.objects.ConfigMap
	object.group == ""
	object.name in {"kube-flannel-cfg", "multus-cni-config"}
	virtual.bound(object)
}

# Interfaces that Multus adds.
violations contains violation.at(place.entry, array.concat(place.path, ["annotations", key]), {}) if {
	some pod in virtual.pods
	place := template.metadata(pod)
	some key in ["k8s.v1.cni.cncf.io/networks", "v1.multus-cni.io/default-network"]
	pod.pod_annotations[key] != ""
}
