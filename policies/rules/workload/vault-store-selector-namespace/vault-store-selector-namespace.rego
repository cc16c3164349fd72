# METADATA
# title: Wrong namespace in a vault store
# description: |
#   A ClusterSecretStore belongs to no namespace, so each reference in it names one. A SecretStore may only refer to what is in
#   its own namespace; the operator refuses one that names another.
# related_resources:
#   - description: External Secrets Operator, Oracle Vault
#     ref: https://external-secrets.io/latest/provider/oracle-vault/
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-25]
#   message: "{field:plain} of {subject} {fault:plain}."
#   remediation: "In a ClusterSecretStore state the namespace of the account or Secret; in a SecretStore leave it out."
package rules.workload["vault-store-selector-namespace"]

import data.lib.vault_store
import data.lib.violation

_selectors := [["serviceAccountRef"], ["auth", "secretRef", "privatekey"], ["auth", "secretRef", "fingerprint"]]

violations contains violation.at(store, _path(selector), {"field": concat(".", selector), "fault": "names no namespace"}) if {
	some store in vault_store.stores
	store.kind == "ClusterSecretStore"
	some selector in _selectors
	is_object(object.get(store.value, _path(selector), null))
	vault_store.lacks(store, array.concat(selector, ["namespace"]))
}

violations contains violation.graded(store, array.concat(_path(selector), ["namespace"]), facts, _severity(store)) if {
	some store in vault_store.stores
	store.kind == "SecretStore"
	some selector in _selectors
	namespace := object.get(store.value, array.concat(_path(selector), ["namespace"]), null)
	is_string(namespace)
	not namespace in {"", store.namespace}
	not store.unknown["metadata.namespace"]
	facts := {"field": concat(".", selector), "fault": $"points to the namespace {namespace}, not to its own"}
}

_path(selector) := array.concat(vault_store.path, selector)

# A store that states no namespace may be applied to this very one.
_severity(store) := "warning" if {
	store.namespace == ""
} else := "error"
