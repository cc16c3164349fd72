# METADATA
# title: Cluster network that overlaps its VCN
# description: |
#   Services have addresses of their own in a cluster, and with flannel pods do too. Where such a block overlaps the
#   VCN, nodes and pods take hosts of the VCN for Services or pods, and never reach them. What is not stated is
#   10.96.0.0/16 for Services and 10.244.0.0/16 for pods.
# related_resources:
#   - description: Network resource configuration for clusters
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengnetworkconfig.htm
#   - description: Deploy serverless Kubernetes with OKE virtual nodes
#     ref: https://docs.oracle.com/en/solutions/deploy-app-with-oke-virtual-nodes/index.html
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-02]
#   message: "{subject} gives its {what:plain} the block {cidr:plain}, which overlaps {other:plain} of its VCN."
#   remediation: "Choose another block for the cluster, or for the VCN. That of a cluster can be chosen only when it is made."
package rules.network["overlapping-cluster-network"]

import data.lib.attribute
import data.lib.security
import data.lib.violation

violations contains violation.related(found, [{"item": vcn.id, "path": ["cidrs", i], "note": "the block of its VCN"}]) if {
	some cluster in input.clusters
	vcn := _vcns[cluster.vcn.id]
	some network in _networks(cluster)
	some i, other in vcn.cidrs
	security.overlap(network.cidr, other)
	found := violation.at(cluster, [network.attribute], {"what": network.what, "cidr": network.cidr, "other": other})
}

_vcns := {vcn.id: vcn | some vcn in input.vcns}

_networks(cluster) := [{"attribute": attribute_name, "what": what, "cidr": cidr} |
	some attribute_name, what in {"services_cidr": "Services", "pods_cidr": "pods"}
	cidr := _cidr(cluster, attribute_name)
]

_defaults := {"services_cidr": "10.96.0.0/16", "pods_cidr": "10.244.0.0/16"}

_cidr(cluster, name) := object.get(cluster, name, _defaults[name]) if {
	_used(cluster, name)
	not attribute.unknown(cluster, name)
}

_used(_, "services_cidr")

# Without flannel pods have addresses of the VCN.
_used(cluster, "pods_cidr") if cluster.cni == "FLANNEL_OVERLAY"

_used(cluster, "pods_cidr") if attribute.absent(cluster, "cni")
