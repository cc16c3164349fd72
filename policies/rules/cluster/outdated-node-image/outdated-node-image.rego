# METADATA
# title: Node image from before VCN-native pod networking
# description: |
#   OKE images that were released before June 2022 do not hold what VCN-native pod networking needs on a node. Pods on
#   such nodes get no addresses.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-11]
#   message: "{subject} uses an OKE image of {date:plain}; VCN-native pod networking needs one of June 2022 or later."
#   remediation: "Choose a newer OKE image."
package rules.cluster["outdated-node-image"]

import data.lib.pod_limit
import data.lib.violation

# Self-managed nodes need newer images than that, which is another rule's to say.
# Dates as text, year first, compare like dates.
violations contains violation.at(pool, ["image"], {"date": pool.image.date}) if {
	some pool in pod_limit.pools
	pool.mode == "managed"
	pool.image.oke
	pool.image.date < "2022-06-01"
}
