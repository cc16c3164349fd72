# METADATA
# title: Image with a floating tag
# description: |
#   The tag latest, and an image without any tag, mean another image after each push: replicas of one workload can run different
#   programs, and nobody can tell which.
# related_resources:
#   - description: Images in Kubernetes
#     ref: https://kubernetes.io/docs/concepts/containers/images/
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
# custom:
#   severity: notice
#   target: any
#   requirements: [ARC-31]
#   message: "Container {container} of {subject} runs the image {image:plain}, whose tag can move."
#   remediation: "Name a version or, better, the digest of the image."
package rules.workload["floating-image-tag"]

import data.lib.violation

violations contains violation.at(container, ["image"], {"container": container.name, "image": container.value.image}) if {
	some container in input.workloads.containers
	container.value.image != ""
	container.image.digest == ""
	container.image.tag in {"", "latest"}
	not container.image.set_elsewhere
	not regex.match(`[${}<>]|%[A-Z_]+%`, container.value.image)

	# Names of images have no capital letters: something puts another word there.
	not regex.match(`[A-Z]`, container.image.repository)
	not startswith(container.value.image, "ko://")
}
