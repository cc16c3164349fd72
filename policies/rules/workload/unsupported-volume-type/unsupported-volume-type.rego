# METADATA
# title: Unsupported volume type
# description: |
#   Virtual nodes hold files of emptyDir, configMap, secret and projected volumes, and since 2026-08-28 of claims on File
#   Storage. They attach no disks, mount no network file system that a pod names itself and run no CSI node plugins of others. A
#   pod with a volume of another type cannot run there.
# related_resources:
#   - description: Comparing virtual nodes with managed nodes
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcomparingvirtualwithmanagednodes_topic.htm
#   - description: Volumes in Kubernetes
#     ref: https://kubernetes.io/docs/concepts/storage/volumes/
# custom:
#   severity: error
#   target: virtual
#   requirements: [VNP-07, VNP-08, VNP-09, VNP-10, VNP-11, VNK-02]
#   message: "Volume {volume} of {subject} is of type {type:plain}, which virtual nodes do not support."
#   remediation: Use an emptyDir, configMap, secret or projected volume; reach shared data through Object Storage, a database service or (since 2026-08-28) a claim on File Storage, and fetch secrets with External Secrets instead of a CSI driver.
package rules.workload["unsupported-volume-type"]

import data.lib.claim as claims
import data.lib.violation
import data.lib.virtual
import data.lib.volume as volumes

# Types that are supported, or that rules of their own judge, and the key that is no type.
_others := {"emptyDir", "configMap", "secret", "projected", "downwardAPI", "hostPath", "persistentVolumeClaim", "name"}

# A volume that makes its own claim is a claim as well.
_named := {"nfs": ["VNP-07"], "iscsi": ["VNP-08"], "cephfs": ["VNP-09"], "local": ["VNP-10"], "ephemeral": ["VNP-11", "VNK-02"]}

violations contains violation.of(found, object.get(_named, source, ["VNP-11"])) if {
	some volume in virtual.volumes
	some source, value in volume.value
	not source in _others
	volumes.has(volume, source)

	facts := {"volume": volume.name, "type": _type(source, value)}
	found := violation.graded(volume, [source], facts, _severity(source, value))
}

# Claims on File Storage are supported since 2026-08-28; whether that holds for those that come and go with a pod is not said.
_severity(source, value) := "warning" if {
	source == "ephemeral"
	input.facts.virtual_nodes_fss_claims
	not claims.refused(object.get(value, ["volumeClaimTemplate", "spec"], null))
} else := "error"

_type(source, value) := $"{source} ({value.driver})" if {
	is_string(value.driver)
} else := source
