# METADATA
# title: Cluster that runs images without a signature
# description: |
#   With an image verification policy a cluster runs only images of the OCI registry that were signed with keys of yours. Off
#   by default, for few clusters take all of their images from there.
# related_resources:
#   - description: Enforcing the use of signed images
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengenforcingsignedimagesfromocir.htm
#   - description: Deploy serverless Kubernetes with virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: notice
#   target: any
#   requirements: [ARC-31]
#   message: "{subject} runs images whether they are signed or not."
#   remediation: "Set is_policy_enabled in image_policy_config, with the keys that your images are signed with."
#   enabled: false
package rules.cluster["unverified-images"]

import data.lib.attribute
import data.lib.violation

violations contains violation.at(cluster, ["image_policy_enabled"], {}) if {
	some cluster in input.clusters
	_off(cluster)
}

_off(cluster) if cluster.image_policy_enabled == false

_off(cluster) if attribute.absent(cluster, "image_policy_enabled")
