# METADATA
# title: Kickstart file without ostree-remount
# description: |
#   The service ostree-remount makes the parts of an OSTree system writable that have to be. In the documented
#   installation Kickstart enables it.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Kickstart documentation
#     ref: https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-19]
#   message: "{subject} does not enable the service ostree-remount."
#   remediation: "Add `services --enabled=ostree-remount`."
package rules.ocne["kickstart-without-ostree-remount"]

import data.lib.kickstart
import data.lib.violation

violations contains violation.at(file, [], {}) if {
	some file in kickstart.whole
	not file.value.enables_remount
	enabled := {service |
		some i in kickstart.indexes(file, {"services"})
		some text in split(file.value.commands[i].options.enabled, ",")
		service := trim_space(text)
	}

	# An empty one stands for a list that is not known.
	count(enabled & {"ostree-remount", ""}) == 0
}
