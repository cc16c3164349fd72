# METADATA
# title: Secret in a committed Ignition file
# description: |
#   The Ignition files that OCNE generates hold the key of the cluster's certificate authority and the tokens
#   that nodes join with. Whoever can read them can make themselves administrator of the cluster, or part of
#   it.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Ignition, supported platforms
#     ref: https://coreos.github.io/ignition/supported-platforms/
# custom:
#   severity: error
#   target: any
#   requirements: [OCN-15]
#   message: "{subject} holds a {what:plain} ({target})."
#   remediation: "Remove the file from the repository and its history, let git ignore generated `.ign` files, keep them in a secret store, and replace what was exposed."
package rules.ocne["committed-ignition-secret"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, secret.path, {"what": secret.what, "target": secret.target}) if {
	some file in input.ocne
	file.kind == "ignition"
	some secret in file.secrets
}

# Ignition inside a configuration goes onto every node.
violations contains violation.at(file, secret.path, {"what": secret.what, "target": secret.target}) if {
	some file in ocne.configurations
	some secret in file.secrets
	secret.path == ["extraIgnitionInline"]
}
