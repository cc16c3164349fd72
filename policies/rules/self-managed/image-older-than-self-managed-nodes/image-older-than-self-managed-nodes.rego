# METADATA
# title: Image from before self-managed nodes
# description: |
#   Images that OKE released before 28 March 2023 cannot join a cluster as self-managed nodes.
# related_resources:
#   - description: Prerequisites for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengprereqsforselfmanagednodes.htm
# custom:
#   severity: error
#   target: any
#   requirements: [SMN-16, CNI-11]
#   message: "{subject} starts from an OKE image of {date:plain}; self-managed nodes need one of 2023-03-28 or later."
#   remediation: "Choose a newer OKE image."
package rules["self-managed"]["image-older-than-self-managed-nodes"]

import data.lib.self_managed
import data.lib.violation

# Dates as text, year first, compare like dates.
violations contains violation.of(violation.at(pool, ["image"], {"date": pool.image.date}), requirements) if {
	some pool in self_managed.pools
	pool.image.oke
	pool.image.date < "2023-03-28"
	requirements := array.concat(["SMN-16"], [id | some id in ["CNI-11"]; self_managed.native(pool); pool.image.date < "2022-06-01"])
}
