# METADATA
# title: Resource field in a volume
# description: |
#   A downward API file can show a container its own requests and limits. Virtual nodes do not fill in such files, so a
#   pod that asks for one cannot run there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Downward API
#     ref: https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-24]
#   message: "Volume {volume} of {subject} reads {resource:plain} by resourceFieldRef, which virtual nodes do not support."
#   remediation: Write the value into a config map or an environment variable, beside the resources it repeats.
package rules.workload["resource-field-volume"]

import data.lib.violation
import data.lib.virtual
import data.lib.volume as volumes

violations contains _found(volume, ["downwardAPI", "items", i], items[i]) if {
	some volume in virtual.volumes
	items := volume.value.downwardAPI.items
	some i in volumes.resource_fields(items)
}

violations contains _found(volume, ["projected", "sources", j, "downwardAPI", "items", i], items[i]) if {
	some volume in virtual.volumes
	some j, projection in volume.value.projected.sources
	items := projection.downwardAPI.items
	some i in volumes.resource_fields(items)
}

_found(volume, path, item) := violation.at(
	volume,
	array.concat(path, ["resourceFieldRef"]),
	{"volume": volume.name, "resource": _resource(item)},
)

_resource(item) := item.resourceFieldRef.resource if {
	is_string(item.resourceFieldRef.resource)
} else := "a resource"
