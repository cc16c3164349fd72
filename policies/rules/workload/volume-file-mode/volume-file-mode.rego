# METADATA
# title: File mode other than 0644
# description: |
#   Virtual nodes write the files of config maps, secrets and projected volumes with mode 0644 and take no other. Scripts
#   are not executable there, and keys that must be 0600, of SSH or PostgreSQL, cannot be mounted at all.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-16, VNP-17, VNP-18, VNP-19, VNP-20, VNP-21, VNP-22]
#   message: "Volume {volume} of {subject} sets {field:plain} to {mode:plain} (decimal {decimal}), but virtual nodes support only 0644 (decimal 420)."
#   remediation: "Leave the mode out, or write 0644 (420 in JSON). Start scripts through their interpreter (command: [sh, /scripts/run.sh]); let the entrypoint copy a key that must be private to an emptyDir and change its mode there."
package rules.workload["volume-file-mode"]

import data.lib.mode
import data.lib.violation
import data.lib.virtual

violations contains _found(volume, [source, "items", i, "mode"], $"{source}.items[{i}].mode", item.mode, requirement) if {
	some volume in virtual.volumes
	some source, requirement in {"configMap": "VNP-16", "secret": "VNP-17"}
	some i, item in volume.value[source].items
	mode.other(item.mode)
}

violations contains _found(volume, path, $"projected.sources[{j}].{source}.items[{i}].mode", item.mode, requirement) if {
	some volume in virtual.volumes
	some j, projection in volume.value.projected.sources
	some source, requirement in {"secret": "VNP-18", "configMap": "VNP-19"}
	some i, item in projection[source].items
	mode.other(item.mode)
	path := ["projected", "sources", j, source, "items", i, "mode"]
}

violations contains _found(volume, [source, "defaultMode"], $"{source}.defaultMode", stated, requirement) if {
	some volume in virtual.volumes
	some source, requirement in {"configMap": "VNP-20", "projected": "VNP-21", "secret": "VNP-22"}
	stated := volume.value[source].defaultMode
	mode.other(stated)
}

_found(volume, path, field, stated, requirement) := violation.of(
	violation.at(volume, path, {"volume": volume.name, "field": field, "mode": mode.octal(stated), "decimal": stated}),
	[requirement],
)
