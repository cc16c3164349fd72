# METADATA
# title: Kickstart file that switches SELinux off
# description: |
#   The documented installation runs with SELinux enforcing, which separates containers from the host.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Kickstart documentation
#     ref: https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-19]
#   message: "{subject} runs SELinux {mode:plain}."
#   remediation: "Use `selinux --enforcing`."
package rules.ocne["kickstart-without-selinux"]

import data.lib.kickstart
import data.lib.violation

violations contains violation.at(file, ["commands", i], {"mode": mode}) if {
	some file in kickstart.ock
	some i in kickstart.indexes(file, {"selinux"})
	some mode in ["disabled", "permissive"]
	file.value.commands[i].options[mode]
}
