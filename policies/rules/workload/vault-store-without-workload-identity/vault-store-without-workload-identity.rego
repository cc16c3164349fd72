# METADATA
# title: Vault store without workload identity
# description: |
#   With workload identity, one service account may read the secrets, with a token that lives for minutes. An instance
#   principal gives every pod of the node the same rights, and on a virtual node there is no instance whose principal it could
#   be; the key of a user lives until somebody changes it. Without principalType and auth the operator takes the instance
#   principal.
# related_resources:
#   - description: External Secrets Operator, Oracle Vault
#     ref: https://external-secrets.io/latest/provider/oracle-vault/
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-24]
#   message: "{subject} reads OCI Vault {how:plain} instead of with workload identity."
#   remediation: "Set principalType to Workload and name a service account of its own in serviceAccountRef; the policy names that account."
package rules.workload["vault-store-without-workload-identity"]

import data.lib.vault_store
import data.lib.violation
import data.lib.virtual

violations contains violation.graded(store, _path, {"how": how}, _severity(store, principal)) if {
	some store in vault_store.stores
	principal := vault_store.principal(store)
	principal != "workload"
	how := object.get(_words, principal, $"as {principal}, which the operator does not know,")

	# The other rule speaks of a user without a key.
	not _keyless(store, principal)
}

_words := {"instance": "with an instance principal", "user": "with the key of a user"}

_severity(store, principal) := "error" if {
	principal == "instance"
	virtual.certain(store)
} else := "warning"

_path := array.concat(vault_store.path, ["principalType"])

_keyless(store, "user") if vault_store.lacks(store, ["auth"])
