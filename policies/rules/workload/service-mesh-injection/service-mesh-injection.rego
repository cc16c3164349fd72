# METADATA
# title: Service mesh injection
# description: |
#   A mesh injects a proxy, and with it an init container, into each pod that a label or annotation marks. Virtual nodes support
#   neither service meshes nor init containers.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNK-08]
#   message: "{subject} asks for mesh injection with {key}, which virtual nodes do not support."
#   remediation: "Remove the mark or turn it off, or run these workloads on managed nodes."
package rules.workload["service-mesh-injection"]

import data.lib.mesh
import data.lib.template
import data.lib.violation
import data.lib.virtual

violations contains violation.at(namespace, ["metadata", where, key], {"key": key}) if {
	some namespace in input.workloads.objects.Namespace
	namespace.group == ""
	virtual.bound(namespace)
	some where in ["labels", "annotations"]
	some key, value in namespace[where]
	mesh.injects(key, value)
}

violations contains violation.at(place.entry, array.concat(place.path, [where, key]), {"key": key}) if {
	some pod in virtual.pods
	place := template.metadata(pod)
	some where in ["labels", "annotations"]
	some key, _ in pod[$"pod_{where}"]
	mesh.injects_pod(pod, where, key)
}

# What a kustomization puts on the pods of everything that it holds.
violations contains violation.at(kustomization, array.concat(added.path, [key]), {"key": key}) if {
	some kustomization in input.workloads.objects.Kustomization
	kustomization.group == "kustomize.config.k8s.io"
	virtual.bound(kustomization)
	some added in _added(kustomization.value)
	some key, value in added.texts
	is_string(value)
	mesh.injects_pod({$"pod_{added.where}": added.texts}, added.where, key)
}

_added(value) := array.concat(
	[
		{"where": "annotations", "path": ["commonAnnotations"], "texts": object.get(value, "commonAnnotations", {})},
		{"where": "labels", "path": ["commonLabels"], "texts": object.get(value, "commonLabels", {})},
	],
	[{"where": "labels", "path": ["labels", i, "pairs"], "texts": entry.pairs} |
		some i, entry in value.labels
		true in [object.get(entry, key, false) | some key in ["includeTemplates", "includeSelectors"]]
	],
)
