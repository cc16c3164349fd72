# METADATA
# title: Node password in plain text
# description: |
#   The value of `password` is written into the shadow file of every node as it is, so it has to be a crypt
#   hash made with SHA-512. A plain password does not work, and stands readable in the repository.
# related_resources:
#   - description: Cluster configuration file, OCNE manual page
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/manpages/ocne-config.yaml.md
#   - description: Types that the configuration files are decoded into
#     ref: https://github.com/oracle-cne/ocne/blob/main/pkg/config/types/types.go
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-21]
#   message: "{subject} has a password that is no crypt hash."
#   remediation: "Write the hash, made with `openssl passwd -6` or `mkpasswd -m sha-512`, and keep the password itself elsewhere."
package rules.ocne["plain-node-password"]

import data.lib.ocne
import data.lib.violation

violations contains violation.at(file, ["password"], {}) if {
	some file in ocne.configurations
	file.password == "plain"
}
