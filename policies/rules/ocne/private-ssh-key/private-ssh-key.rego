# METADATA
# title: Private key where the public one belongs
# description: |
#   The key goes to the nodes, so that whoever holds the other half may log in. `sshPublicKeyPath` and
#   `sshPublicKey` are for the public half. The private half would be copied to every node and does not open
#   any.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-28]
#   message: "{subject} gives the private half of an SSH key as {key}."
#   remediation: "Give the public half, which ends in `.pub`."
package rules.ocne["private-ssh-key"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, ["sshPublicKeyPath"], {"key": "sshPublicKeyPath"}) if {
	some file in ocne.configurations
	path := file.value.sshPublicKeyPath
	parts := split(path, "/")
	regex.match(`^id_[^.]+$|^id_.*\.(?:pem|key|ocne|priv)$|\.(?:pem|key|ppk)$|[_-](?:rsa|ed25519|ecdsa)$`, parts[count(parts) - 1])
}

violations contains violation.at(file, ["sshPublicKey"], {"key": "sshPublicKey"}) if {
	some file in ocne.configurations
	some secret in file.secrets
	secret.path == ["sshPublicKey"]
}
