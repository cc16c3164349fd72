# METADATA
# title: Secret with placeholders
# description: |
#   A Secret that holds placeholders does its work only when something replaces them before it is applied; applied as it
#   stands, it gives pods the placeholder as their password.
# related_resources:
#   - description: Good practices for Kubernetes Secrets
#     ref: https://kubernetes.io/docs/concepts/security/secrets-good-practices/
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
# custom:
#   severity: notice
#   target: any
#   requirements: [ARC-22]
#   message: "{subject} holds placeholders for {keys:plain}."
#   remediation: "Keep the values in OCI Vault and let an ExternalSecret make this Secret; there is nothing to replace then."
package rules.secret["placeholder-secret"]

import data.lib.credential
import data.lib.violation

violations contains violation.at(secret.place, secret.place.path, {"keys": secret.keys}) if {
	some secret in credential.secrets("placeholder")
	not secret.place in _committed
}

_committed contains secret.place if some secret in credential.secrets("literal")
