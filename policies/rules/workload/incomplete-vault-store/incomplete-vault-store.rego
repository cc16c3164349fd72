# METADATA
# title: Vault store without vault or region
# description: |
#   The External Secrets Operator refuses a store for OCI Vault that does not name both the OCID of the vault and its region.
#   Some samples in its documentation leave the region out.
# related_resources:
#   - description: External Secrets Operator, Oracle Vault
#     ref: https://external-secrets.io/latest/provider/oracle-vault/
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-23]
#   message: "{subject} reads OCI Vault but does not state {missing:plain}."
#   remediation: "State both vault, the OCID of the vault, and region, for example eu-frankfurt-1."
package rules.workload["incomplete-vault-store"]

import data.lib.vault_store
import data.lib.violation

violations contains violation.at(store, vault_store.path, {"missing": missing}) if {
	some store in vault_store.stores
	missing := [field | some field in ["vault", "region"]; vault_store.lacks(store, [field])]
	count(missing) > 0
}
