# METADATA
# title: Lifetime of a projected token
# description: |
#   Virtual nodes mount service account tokens, but take no wish for how long a token lives. A pod that states one cannot
#   run there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Projected volumes
#     ref: https://kubernetes.io/docs/concepts/storage/projected-volumes/
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-23]
#   message: "Volume {volume} of {subject} sets expirationSeconds on a service account token, which virtual nodes do not support."
#   remediation: Remove expirationSeconds and let the client read the token anew when it expires.
package rules.workload["token-expiration"]

import data.lib.violation
import data.lib.virtual
import data.lib.volume as volumes

violations contains violation.at(volume, path, {"volume": volume.name}) if {
	some volume in virtual.volumes
	some i, projection in volume.value.projected.sources
	projection.serviceAccountToken.expirationSeconds != null
	not volumes.injected(volume)
	path := ["projected", "sources", i, "serviceAccountToken", "expirationSeconds"]
}
