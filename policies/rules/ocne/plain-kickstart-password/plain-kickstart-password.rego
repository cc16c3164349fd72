# METADATA
# title: Password in a Kickstart file
# description: |
#   Kickstart files are served to every host that installs, and stay behind in /root. A password in plain text
#   is readable to whoever can fetch the file.
# related_resources:
#   - description: Kickstart documentation
#     ref: https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-20]
#   message: "{subject} holds a {what:plain} in plain text ({command:plain})."
#   remediation: "Use `--iscrypted` with a hash, lock the account with `--lock`, or fill the value in when the file is served."
package rules.ocne["plain-kickstart-password"]

import data.lib.kickstart
import data.lib.violation

violations contains violation.at(file, secret.path, {"what": secret.what, "command": secret.target}) if {
	some file in kickstart.files
	some secret in file.secrets
}
