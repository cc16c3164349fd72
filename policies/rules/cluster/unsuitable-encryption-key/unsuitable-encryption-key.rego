# METADATA
# title: Encryption key that cannot protect cluster secrets
# description: |
#   OKE encrypts the secrets of a cluster with a symmetric key. A key for signatures or of an asymmetric algorithm is
#   refused when the cluster is made, and so is an AES key of a length that AES does not have. Lengths of keys are
#   stated in bytes.
# related_resources:
#   - description: Encrypting Kubernetes secrets at rest in etcd
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengencryptingdata.htm
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-29]
#   message: "{subject} is to protect the secrets of a cluster, but is {what:plain}."
#   remediation: "Give the key the algorithm AES and a length of 16, 24 or 32 bytes."
package rules.cluster["unsuitable-encryption-key"]

import data.lib.violation

_lengths := {16, 24, 32}

violations contains violation.related(found, [{"item": cluster.id, "path": ["kms_key"], "note": "encrypts its secrets with it"}]) if {
	some cluster in input.clusters
	some key in input.keys
	key.id == cluster.kms_key.id
	some found in _faults(key)
}

_faults(key) := [violation.at(key, ["algorithm"], {"what": $"a key of the algorithm {key.algorithm}"})] if {
	upper(key.algorithm) != "AES"
} else := [violation.at(key, ["length"], {"what": $"an AES key of {key.length} bytes"})] if {
	upper(key.algorithm) == "AES"
	not key.length in _lengths
}
