# METADATA
# title: Secret with its values in the repository
# description: |
#   Whoever can read the repository, its history or a copy of it can read a Secret whose values are committed; base64 hides
#   nothing. OCI Vault with the External Secrets Operator keeps the values outside.
# related_resources:
#   - description: Good practices for Kubernetes Secrets
#     ref: https://kubernetes.io/docs/concepts/security/secrets-good-practices/
#   - description: Reference architecture for serverless Kubernetes on virtual nodes
#     ref: https://docs.oracle.com/en/solutions/oke-virtual-nodes/index.html
# custom:
#   severity: error
#   target: any
#   requirements: [ARC-22]
#   message: "{subject} is committed with the values of {keys:plain}."
#   remediation: "Change the values, they are known now; keep them in OCI Vault and let an ExternalSecret make this Secret, or encrypt the file with SOPS or as a SealedSecret."
package rules.secret["committed-secret"]

import data.lib.credential
import data.lib.violation

violations contains violation.graded(secret.place, secret.place.path, {"keys": secret.keys}, _severity(secret)) if {
	some secret in credential.secrets("literal")
	not _repository_address(secret)
}

# A Secret in a folder of tests is made up more often than not.
_severity(secret) := "warning" if {
	secret.tests
} else := "warning" if {
	every key in secret.keys {
		regex.match(_harmless, key)
	}
} else := "error"

# What a connection needs beside its password.
_harmless := `(?i)(^|[-_.])(user(name)?|host(name)?|port|database|db(_?name)?|endpoint|region|service)$`

# Argo CD keeps addresses of repositories in Secrets, also of those that need no password.
_repository_address(secret) if {
	some object in input.index.objects.Secret
	object.id == secret.place.id
	object.labels["argocd.argoproj.io/secret-type"] in {"repository", "repo-creds", "cluster"}
	every key in secret.keys {
		key in {"type", "url", "name", "project", "insecure", "enableLfs", "enableOCI", "server", "namespaces"}
	}
}
