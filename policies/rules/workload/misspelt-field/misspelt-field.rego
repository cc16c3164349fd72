# METADATA
# title: Misspelt field
# description: |
#   Kubernetes tells capitals from small letters in field names. A field that differs in them only is ignored, or refused by
#   strict validation; a reader of the manifest believes that it holds.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-01, VNP-02, VNP-03, VNP-04, VNP-05, VNP-06, VNP-07, VNP-08, VNP-09, VNP-11, VNP-12, VNP-13, VNP-14, VNP-15, VNP-16, VNP-17, VNP-18, VNP-19, VNP-20, VNP-21, VNP-22, VNP-23, VNP-24, VNP-26, VNP-27, VNP-28, VNP-29, VNP-30, VNP-31, VNP-32, VNP-33, VNP-34, VNP-35, VNP-36, VNP-38, VNP-40, VNP-41, VNP-42, VNP-43, VNP-44, VNP-45, VNP-46, VNP-47, VNP-48, VNP-49, VNP-50, VNP-51, VNP-52, VNP-53, VNP-54, VNP-55, VNP-56, VNP-57, VNP-58, VNP-59, VNP-60, VNP-63, VNP-64]
#   message: "Kubernetes ignores the spelling {key} in {subject}; the field is called {field}."
#   remediation: "Remove the field where virtual nodes do not support it, or spell it as Kubernetes does."
package rules.workload["misspelt-field"]

import data.lib.field
import data.lib.violation
import data.lib.virtual

violations contains _misspelt(pod, [], key, meant) if {
	some pod in virtual.pods
	some key, _ in pod.spec
	meant := field.meant("pod", key)
}

violations contains _misspelt(pod, ["securityContext"], key, meant) if {
	some pod in virtual.pods
	some key, _ in pod.spec.securityContext
	meant := field.meant("pod security", key)
}

violations contains _misspelt(volume, [], key, meant) if {
	some volume in virtual.volumes
	some key, _ in volume.value
	meant := field.meant("volume", key)
}

violations contains _misspelt(volume, [source], key, meant) if {
	some volume in virtual.volumes
	some source in ["emptyDir", "configMap", "projected", "secret"]
	some key, _ in volume.value[source]
	meant := field.meant(source, key)
}

violations contains _misspelt(container, [], key, meant) if {
	some container in virtual.containers
	some key, _ in container.value
	meant := field.meant("container", key)
}

violations contains _misspelt(container, ["securityContext"], key, meant) if {
	some container in virtual.containers
	some key, _ in container.value.securityContext
	meant := field.meant("container security", key)
}

violations contains _misspelt(container, [probe], key, meant) if {
	some container in virtual.containers
	some probe in ["livenessProbe", "readinessProbe", "startupProbe"]
	some key, _ in container.value[probe]
	meant := field.meant("probe", key)
}

violations contains _misspelt(container, [list, i], key, meant) if {
	some container in virtual.containers
	some list, level in {"ports": "port", "volumeMounts": "mount"}
	some i, element in container.value[list]
	some key, _ in element
	meant := field.meant(level, key)
}

_misspelt(entry, place, key, meant) := violation.of(found, meant.ids) if {
	found := violation.at(entry, array.concat(place, [key]), {"key": key, "field": meant.name})
}
