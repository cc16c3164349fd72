# METADATA
# title: Kickstart file without enforcing SELinux
# description: |
#   The documented installation states that SELinux enforces, which separates containers from the host.
#   Other modes and the kernel arguments selinux=0 and enforcing=0 take that away.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Kickstart documentation
#     ref: https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-19]
#   message: "{subject} {fault:plain}."
#   remediation: "Use `selinux --enforcing`."
package rules.ocne["kickstart-without-selinux"]

import data.lib.kickstart
import data.lib.violation

violations contains violation.at(file, ["commands", i], {"fault": $"runs SELinux {mode}"}) if {
	some file in kickstart.ock
	some i in kickstart.indexes(file, {"selinux"})
	some mode in ["disabled", "permissive"]
	file.value.commands[i].options[mode]
}

violations contains violation.at(file, ["commands", i], {"fault": $"boots with {name}=0"}) if {
	some file in kickstart.ock
	some i, command in file.value.commands
	some name in ["selinux", "enforcing"]
	command.kernel[name] == "0"
}

violations contains violation.at(file, [], {"fault": "does not state `selinux --enforcing`"}) if {
	some file in kickstart.whole
	count(kickstart.indexes(file, {"selinux"})) == 0
}
