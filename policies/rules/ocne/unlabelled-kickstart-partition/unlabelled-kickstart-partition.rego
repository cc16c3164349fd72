# METADATA
# title: Partition without the label that OCK looks for
# description: |
#   The Oracle Container Host for Kubernetes finds its file systems by their labels: boot, efi and root. With
#   other labels, or none, the host does not mount them.
# related_resources:
#   - description: Bring your own infrastructure, OCNE documentation
#     ref: https://github.com/oracle-cne/ocne/blob/main/doc/cluster-management/byo.md
#   - description: Kickstart documentation
#     ref: https://pykickstart.readthedocs.io/en/latest/kickstart-docs.html
# custom:
#   severity: warning
#   target: any
#   requirements: [OCN-19]
#   message: "{subject} makes {mount} without the label {label}."
#   remediation: "Add `--label=` with the label: `boot` for /boot, `efi` for /boot/efi, `root` for /."
package rules.ocne["unlabelled-kickstart-partition"]

import data.lib.kickstart
import data.lib.violation

_labels := {"/boot": "boot", "/boot/efi": "efi", "/": "root"}

violations contains violation.at(file, ["commands", i], {"mount": command.mount, "label": _labels[command.mount]}) if {
	some file in kickstart.ock
	some i, command in file.value.commands
	not object.get(command.options, "label", null) in {_labels[command.mount], ""}
}

violations contains violation.at(file, ["commands", i], {"mount": "the partitions", "label": "root"}) if {
	some file in kickstart.ock
	some i in kickstart.indexes(file, {"autopart"})
}
