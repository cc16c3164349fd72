# METADATA
# title: Outdated version of an External Secrets object
# description: |
#   Newer releases of the External Secrets Operator serve these kinds as external-secrets.io/v1 alone; the API server answers
#   an object of an older version with "no matches for kind".
# related_resources:
#   - description: External Secrets Operator, stability and support
#     ref: https://external-secrets.io/latest/introduction/stability-support/
# custom:
#   severity: warning
#   target: any
#   requirements: [ARC-35]
#   message: "{subject} has the version {version:plain}, which the External Secrets Operator no longer serves."
#   remediation: "Set apiVersion to external-secrets.io/v1."
package rules.workload["outdated-external-secrets-version"]

import data.lib.violation

violations contains violation.at(object_entry, ["apiVersion"], {"version": object_entry.version}) if {
	some object_entry in _entries
	object_entry.group == "external-secrets.io"
	object_entry.version in {"v1alpha1", "v1beta1"}
}

_entries contains entry if some entry in input.workloads.objects.ExternalSecret

_entries contains entry if some entry in input.workloads.objects.ClusterExternalSecret

_entries contains entry if some entry in input.workloads.objects.SecretStore

_entries contains entry if some entry in input.workloads.objects.ClusterSecretStore
