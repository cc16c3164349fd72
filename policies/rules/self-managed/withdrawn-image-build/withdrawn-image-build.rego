# METADATA
# title: Image build that does not work
# description: |
#   Builds of OKE images are withdrawn when nodes made of them do not work. The list of builds to avoid is on the page about
#   the requirements of self-managed nodes.
# related_resources:
#   - description: Requirements of self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengprereqsforselfmanagednodes.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [SMN-17]
#   since: "2025-02-13"
#   message: "{subject} uses build {build:plain} of the OKE image ({image}), which is known not to work."
#   remediation: "Choose another build of the image."
package rules["self-managed"]["withdrawn-image-build"]

import data.lib.violation

violations contains violation.at(pool, ["image"], {"build": pool.image.build, "image": pool.image.name}) if {
	some pool in input.node_pools
	pool.mode == "self-managed"
	some build in input.facts.withdrawn_image_builds
	build == $"{pool.image.build}"
}
