# METADATA
# title: Package that virtual nodes do not support
# description: |
#   Network policy providers, third-party pod networks, service meshes, the Kubernetes Dashboard, node autoscaling and the Vertical
#   Pod Autoscaler do not work on virtual nodes, and neither does a package that installs one of them.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-01, VNK-05, VNK-06, VNK-08, VNK-09, VNK-12, VNK-14, VNK-15, ARC-13]
#   message: "{subject} installs {product:plain}, which virtual nodes do not support."
#   remediation: "Remove the package, or run it on managed nodes: use network security groups for policies, an Ingress without a mesh, Headlamp as dashboard, sidecars for agents and a HorizontalPodAutoscaler for scaling."
package rules.join["unsupported-package"]

import data.lib.installed
import data.lib.violation
import data.lib.virtual

violations contains _found(chart, installed.place(chart), product) if {
	some chart in input.charts
	virtual.bound(chart)
	some product in installed.products
	installed.name(chart) in product.charts
}

violations contains _found(remote, [], product) if {
	some remote in input.remote_manifests
	virtual.bound(remote)
	some product in installed.products
	regex.match(product.urls, lower(remote.url))
	not _other(remote, product)
}

_other(remote, product) if regex.match(product.others, lower(remote.url))

_found(entry, path, product) := violation.of(found, product.requirements) if {
	_concerns(entry, product)
	found := violation.graded(entry, path, {"product": product.name}, object.get(product, "severity", "error"))
}

_concerns(_, product) if not product.fine_in_mixed

_concerns(entry, _) if virtual.certain(entry)
