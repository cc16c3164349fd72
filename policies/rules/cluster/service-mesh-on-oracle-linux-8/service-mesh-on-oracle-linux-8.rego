# METADATA
# title: Service mesh on Oracle Linux 8
# description: |
#   When VCN-native pod networking was new to meshes, only the Istio add-on was supported on Oracle Linux 8; every
#   other mesh needed nodes of Oracle Linux 7. The limit has since been lifted.
# related_resources:
#   - description: Using the OCI VCN-Native Pod Networking CNI plugin
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Concepts/contengpodnetworking_topic-OCI_CNI_plugin.htm
# custom:
#   severity: warning
#   target: any
#   requirements: [CNI-16]
#   message: "{subject} runs Oracle Linux {os:plain}; with VCN-native pod networking, meshes other than the Istio add-on are supported on Oracle Linux 7 only."
#   remediation: "Use the Istio add-on, or an image of Oracle Linux 7."
#   until: "2026-09-05"
package rules.cluster["service-mesh-on-oracle-linux-8"]

import data.lib.mesh
import data.lib.pod_limit
import data.lib.violation

violations contains violation.related(found, [object.union(one, {"note": "the service mesh"}) | some one in mesh.others]) if {
	input.facts.mesh_needs_oracle_linux_7
	count(mesh.others) > 0
	count(mesh.istio_addons) == 0
	count(input.clusters) < 2
	some pool in pod_limit.pools
	_oracle_linux(pool.image)
	pool.image.os_version[0] >= 8
	found := violation.at(pool, ["image"], {"os": pool.image.os_version[0]})
}

_oracle_linux(image) if contains(lower(image.os), "oracle")

_oracle_linux(image) if not image.os
