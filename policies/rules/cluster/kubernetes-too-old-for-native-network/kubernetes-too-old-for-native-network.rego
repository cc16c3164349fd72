# METADATA
# title: Kubernetes too old for VCN-native pod networking
# description: |
#   The plugin that gives pods addresses of the VCN works from Kubernetes 1.22 on. An older cluster with that pod
#   network is refused.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-10]
#   message: "{subject} has VCN-native pod networking, which needs Kubernetes v1.22 or later, but runs {version:plain}."
#   remediation: "Use a Kubernetes version that OKE supports today."
package rules.cluster["kubernetes-too-old-for-native-network"]

import data.lib.cluster as clusters
import data.lib.ref
import data.lib.version
import data.lib.violation

# Virtual nodes need more than that, which is another rule's to say.
violations contains violation.at(cluster, ["version"], {"version": version.text(cluster.version)}) if {
	some cluster in input.clusters
	cluster.cni == "OCI_VCN_IP_NATIVE"
	version.below(cluster.version, [1, 22, 0])
	count(clusters.virtual_pools_in(ref.to(cluster))) == 0
}
