# METADATA
# title: Vault store without a service account of its own
# description: |
#   Without serviceAccountRef the store uses the service account of the operator itself. All stores then have the same rights,
#   and the policy has to give the operator what any of them needs.
# related_resources:
#   - description: External Secrets Operator, Oracle Vault
#     ref: https://external-secrets.io/latest/provider/oracle-vault/
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-25]
#   message: "{subject} uses workload identity without naming a service account, so it reads OCI Vault as the operator."
#   remediation: "Name a service account in serviceAccountRef, and that account in the policy."
package rules.workload["vault-store-without-service-account"]

import data.lib.vault_store
import data.lib.violation

violations contains violation.at(store, vault_store.path, {}) if {
	some store in vault_store.stores
	vault_store.principal(store) == "workload"
	vault_store.lacks(store, ["serviceAccountRef", "name"])
}
