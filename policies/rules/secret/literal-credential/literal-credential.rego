# METADATA
# title: Credential in plain text
# description: |
#   A password in an environment variable, an argument or a ConfigMap is readable by all who can read the repository, and in
#   the cluster by all who can look at pods. The reference architecture takes the database password from OCI Vault.
# related_resources:
#   - description: Good practices for Kubernetes Secrets
#     ref: https://kubernetes.io/docs/concepts/security/secrets-good-practices/
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-21]
#   message: "{subject} states {key} in plain text."
#   remediation: "Change the value, it is known now; keep it in OCI Vault, let an ExternalSecret make a Secret of it, and read that with secretKeyRef."
package rules.secret["literal-credential"]

import data.lib.violation

violations contains violation.graded(secret, [], {"key": secret.key}, _severity(secret)) if {
	some secret in input.secrets
	secret.holder in {"environment", "ConfigMap", "argument"}
	secret.form == "literal"
}

# A value in a folder of tests is made up more often than not.
_severity(secret) := "notice" if {
	secret.in_tests
} else := "warning"
