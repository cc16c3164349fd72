# METADATA
# title: Kubernetes too old for a service mesh
# description: |
#   With VCN-native pod networking, service meshes work on worker nodes of Kubernetes 1.26 and later. On older ones the
#   proxies of the mesh and the pod network get in each other's way.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: error
#   target: any
#   requirements: [CNI-15]
#   message: "{subject} runs Kubernetes {version:plain}; a service mesh with VCN-native pod networking needs v1.26 or later on the nodes."
#   remediation: "Upgrade the cluster and its nodes."
package rules.cluster["kubernetes-too-old-for-service-mesh"]

import data.lib.cluster as clusters
import data.lib.mesh
import data.lib.pod_limit
import data.lib.version
import data.lib.violation

violations contains violation.related(found, [object.union(one, {"note": "the service mesh"}) | some one in evidence]) if {
	some pool in pod_limit.pools
	evidence := _evidence(pool)
	count(evidence) > 0
	place := _place(pool)
	version.below(place.entry.version, [1, 26, 0])
	found := violation.at(place.entry, ["version"], {"version": version.text(place.entry.version)})
}

# Nodes of pools that state no version have that of the control plane.
_place(pool) := {"entry": pool} if {
	pool.version
} else := {"entry": clusters.of(pool)} if not pool.unknown.version

_evidence(pool) := array.concat(
	[{"item": addon.id, "path": ["addon"]} | some addon in mesh.istio_addons; clusters.of(addon).id == clusters.of(pool).id],
	[one | some one in mesh.others; count(input.clusters) < 2],
)
