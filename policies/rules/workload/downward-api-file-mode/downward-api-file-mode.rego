# METADATA
# title: File mode of a downward API file
# description: |
#   Virtual nodes take mode 0644 and no other for the files of config maps and secrets. For files of the downward API no
#   mode is documented at all, so another one probably is not honoured either.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Downward API
#     ref: https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-19]
#   message: "Volume {volume} of {subject} sets {field:plain} to {mode:plain} (decimal {decimal}); virtual nodes are known to support only 0644 (decimal 420)."
#   remediation: Leave the mode out, or write 0644 (420 in JSON).
package rules.workload["downward-api-file-mode"]

import data.lib.mode
import data.lib.violation
import data.lib.virtual

violations contains _found(volume, ["downwardAPI", "items", i, "mode"], $"downwardAPI.items[{i}].mode", item.mode) if {
	some volume in virtual.volumes
	some i, item in volume.value.downwardAPI.items
	mode.other(item.mode)
}

violations contains _found(volume, path, $"projected.sources[{j}].downwardAPI.items[{i}].mode", item.mode) if {
	some volume in virtual.volumes
	some j, projection in volume.value.projected.sources
	some i, item in projection.downwardAPI.items
	mode.other(item.mode)
	path := ["projected", "sources", j, "downwardAPI", "items", i, "mode"]
}

violations contains _found(volume, ["downwardAPI", "defaultMode"], "downwardAPI.defaultMode", stated) if {
	some volume in virtual.volumes
	stated := volume.value.downwardAPI.defaultMode
	mode.other(stated)
}

_found(volume, path, field, stated) := violation.at(
	volume, path,
	{"volume": volume.name, "field": field, "mode": mode.octal(stated), "decimal": stated},
)
