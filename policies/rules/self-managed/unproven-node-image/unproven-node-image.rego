# METADATA
# title: Self-managed node on an image of one's own
# description: |
#   Custom images can join a cluster only when they were made from an OKE image, or when they are Ubuntu images with the
#   packages that Oracle publishes for OKE. The repository does not show whether they are.
# related_resources:
#   - description: Prerequisites for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengprereqsforselfmanagednodes.htm
#   - description: Cloud-init scripts for self-managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcloudinitforselfmanagednodes.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [SMN-15]
#   message: "{subject} starts from {image:plain}, which joins the cluster only with the packages of OKE in it."
#   remediation: "Make sure that the image was made from an OKE image of Oracle Linux, or holds the package oci-oke-node-all for Ubuntu in the version of the node."
package rules["self-managed"]["unproven-node-image"]

import data.lib.image as image_of
import data.lib.self_managed
import data.lib.violation

violations contains violation.at(pool, ["image"], {"image": _image(pool.image)}) if some pool in self_managed.pools

_image(image) := object.get(image, "name", "an Ubuntu image") if {
	not image.type == "platform"
	image_of.ubuntu(image)
	input.facts.ubuntu_nodes
} else := "a custom image" if {
	image.type == "custom"
	not image.os
}
