# METADATA
# title: Shape with a single VNIC
# description: |
#   With VCN-native pod networking a node needs two VNICs at least: one for itself in the node subnet, one for its pods
#   in the pod subnet. A shape that allows one VNIC cannot carry any pod.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
#   - description: Compute shapes
#     ref: https://docs.oracle.com/en-us/iaas/Content/Compute/References/computeshapes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-08]
#   message: "{subject} has the shape {shape}, which allows one VNIC; VCN-native pod networking needs two."
#   remediation: "Choose a shape that allows two VNICs or more, or use flannel."
package rules.cluster["single-vnic-shape"]

import data.lib.pod_limit
import data.lib.violation

violations contains violation.at(pool, ["shape"], {"shape": pool.shape}) if {
	some pool in pod_limit.pools
	pool.vnics < 2
}
