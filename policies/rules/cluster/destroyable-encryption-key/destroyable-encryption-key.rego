# METADATA
# title: Encryption key that one command can destroy
# description: |
#   A cluster whose key is scheduled for deletion can no longer read its secrets, and is lost when the key is gone. A plan
#   that replaces or removes the key does that in passing, unless Terraform is told to refuse.
# related_resources:
#   - description: Encrypting Kubernetes secrets at rest in etcd
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengencryptingdata.htm
#   - description: Terraform, prevent_destroy
#     ref: https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
# custom:
#   severity: notice
#   target: any
#   requirements: [ARC-30]
#   message: "{subject} encrypts the secrets of {clusters:plain}, and nothing keeps Terraform from destroying it."
#   remediation: "Add lifecycle { prevent_destroy = true } to the key."
package rules.cluster["destroyable-encryption-key"]

import data.lib.violation

violations contains violation.related(violation.at(key, [], {"clusters": names}), related) if {
	some key in input.keys
	key.notation == "terraform"
	not key.prevent_destroy
	encrypted := [cluster | some cluster in input.clusters; cluster.kms_key.id == key.id]
	count(encrypted) > 0
	names := concat(", ", [cluster.address | some cluster in encrypted])
	related := [{"item": cluster.id, "path": ["kms_key"], "note": "encrypts its secrets with it"} | some cluster in encrypted]
}
