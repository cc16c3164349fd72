# METADATA
# title: User principal without its key
# description: |
#   A store that signs in as a user needs tenancy, user, private key and fingerprint. Without auth the operator falls back to
#   the instance principal and says nothing; with an incomplete one it refuses the store. The field for the key is privatekey,
#   in small letters.
# related_resources:
#   - description: External Secrets Operator, Oracle Vault
#     ref: https://external-secrets.io/latest/provider/oracle-vault/
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-26, ARC-24]
#   message: "{subject} signs in to OCI Vault as a user but does not state {missing:plain}."
#   remediation: "Set principalType to Workload with a serviceAccountRef; or state auth with tenancy, user, secretRef.privatekey and secretRef.fingerprint."
package rules.workload["user-principal-without-key"]

import data.lib.vault_store
import data.lib.violation

violations contains violation.at(store, _path(missing), {"missing": missing}) if {
	some store in vault_store.stores
	vault_store.principal(store) == "user"
	missing := _missing(store)
	count(missing) > 0
}

_parts := [["auth", "tenancy"], ["auth", "user"], ["auth", "secretRef", "privatekey"], ["auth", "secretRef", "fingerprint"]]

_missing(store) := ["auth"] if {
	vault_store.lacks(store, ["auth"])
} else := [concat(".", part) | some part in _parts; vault_store.lacks(store, part)]

_path(["auth"]) := array.concat(vault_store.path, ["principalType"])

_path(missing) := array.concat(vault_store.path, ["auth"]) if missing != ["auth"]
