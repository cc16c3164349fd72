# METADATA
# title: Volume source that is not listed as supported
# description: |
#   The sources that virtual nodes are known to fill volumes from are config maps, secrets and service account tokens. A
#   downward API volume, or a projection of it or of certificates, is not among them and may stay empty.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Projected volumes
#     ref: https://kubernetes.io/docs/concepts/storage/projected-volumes/
# custom:
#   severity: warning
#   target: virtual
#   requirements: [VNP-12]
#   message: "Volume {volume} of {subject} takes files from {source:plain}, which virtual nodes do not list as supported."
#   remediation: Pass such values as environment variables with fieldRef, or as files of a config map or a secret; try it on a virtual node before you rely on it.
package rules.workload["unlisted-volume-source"]

import data.lib.violation
import data.lib.virtual
import data.lib.volume as volumes

violations contains violation.at(volume, ["downwardAPI"], {"volume": volume.name, "source": "downwardAPI"}) if {
	some volume in virtual.volumes
	volumes.has(volume, "downwardAPI")
	not _reads_resources(volume.value.downwardAPI)
}

violations contains violation.at(volume, ["projected", "sources", i, source], facts) if {
	some volume in virtual.volumes
	some i, projection in volume.value.projected.sources
	some source, value in projection
	_unlisted(source, value)
	not _reads_resources(value)
	not volumes.injected(volume)

	facts := {"volume": volume.name, "source": source}
}

_unlisted(source, value) if {
	value != null
	not startswith(source, "$")
	not lower(source) in {"serviceaccounttoken", "configmap", "secret"}
}

# Resource fields are certain not to work, and reported as such.
_reads_resources(value) if count(volumes.resource_fields(value.items)) > 0
