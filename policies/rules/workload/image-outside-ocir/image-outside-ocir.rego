# METADATA
# title: Image outside the OCI registry
# description: |
#   In the reference architecture images come from the OCI registry: near the cluster, without limits on pulls, under the
#   policies of the tenancy. Off by default, for most workloads run public images as well.
# related_resources:
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
#   - description: OCI Container Registry
#     ref: https://docs.oracle.com/en-us/iaas/Content/Registry/home.htm
# custom:
#   severity: notice
#   target: any
#   requirements: [ARC-31]
#   message: "Container {container} of {subject} takes its image from {registry:plain}."
#   remediation: "Copy the image to the OCI registry and name that copy."
#   enabled: false
package rules.workload["image-outside-ocir"]

import data.lib.violation

violations contains violation.at(container, ["image"], {"container": container.name, "registry": registry}) if {
	some container in input.workloads.containers
	container.value.image != ""
	registry := container.image.registry
	not regex.match(`^([a-z0-9-]+\.)?ocir\.(io|[a-z0-9-]+\.oci\.oraclecloud\d*\.[a-z.]+)$|^container-registry\.oracle\.com$`, registry)
	not regex.match(`[${}<>]`, container.value.image)
}
