# METADATA
# title: Secret store that may not read secrets
# description: |
#   A store with workload identity reads from Vault as the service account that it names. Managing vaults, or reading the
#   metadata of secrets, does not include their contents: without a statement for that very account every secret stays empty.
# related_resources:
#   - description: Granting workloads access to OCI resources
#     ref: https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contenggrantingworkloadaccesstoresources.htm
#   - description: Policy reference of Vault
#     ref: https://docs.oracle.com/en-us/iaas/Content/Identity/Reference/keypolicyreference.htm
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-27]
#   message: "{subject} reads from Vault as the service account {account}, but no statement of this repository lets that account read secret bundles."
#   remediation: "Add Allow any-user to read secret-bundles in compartment <compartment of the vault> where all {request.principal.type = 'workload', request.principal.namespace = '…', request.principal.service_account = '…', request.principal.cluster_id = '…'}."
package rules.identity["missing-vault-grant"]

import data.lib.grantee
import data.lib.iam
import data.lib.violation
import data.lib.workload_identity

violations contains violation.at(store, ["spec", "provider", "oracle"], {"account": _name(store)}) if {
	iam.present
	some store in workload_identity.stores
	_answer(store) == "no"
}

undecided contains store.id if {
	iam.present
	some store in workload_identity.stores
	_answer(store) == "maybe"
}

_answer(store) := iam.ask({"want": "read secret-bundles", "who": grantee.workload(_namespace(store), _account(store), {}), "where": {}})

_reference(store) := object.get(store.value.spec.provider.oracle, "serviceAccountRef", {})

# Without a reference the operator's own account is used, which other files install.
_account(store) := {"text": _reference(store).name} if {
	_reference(store).name
} else := {}

_namespace(store) := {"text": _reference(store).namespace} if {
	_reference(store).namespace
} else := {"text": store.namespace} if {
	_reference(store).name
	store.kind == "SecretStore"
	store.namespace != ""
} else := {}

_name(store) := _reference(store).name if {
	_reference(store).name
} else := "of the operator"
